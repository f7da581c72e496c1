package co.litper.cerebro.server.face.messages;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the page of messages says. */
public enum MessageWords implements Said {
    HOURS("Horas de contacto", "Contact hours"),
    WEEKDAYS("Lunes a viernes: {0} a {1}", "Monday to Friday: {0} to {1}"),
    SATURDAYS("Sábado: {0} a {1}", "Saturday: {0} to {1}"),
    NEVER("Domingos y festivos: nunca", "Sundays and holidays: never"),
    OPEN("Ahora se puede escribir a los clientes.", "Customers may be written to now."),
    QUIET("Horas de silencio: nada sale antes del {0}.", "Quiet hours: nothing leaves before {0}."),
    STOP_CITY("Parar los mensajes a una ciudad", "Stop messages to a city"),
    TEXTS("Textos", "Texts"),
    PLACES(
            "En el texto, {0} se llenan con los datos de cada cliente; lo que no se sabe queda vacío.",
            "In the text, {0} are filled in for each customer; what is not known is left out."),
    TEXT("Texto", "Text"),
    CHANNEL("Sale por: {0}", "Leaves by: {0}"),
    PREVIEW("Así se lee", "How it reads"),
    SHOW("Ver cómo queda", "Preview"),
    SAVE("Guardar", "Save"),
    UNDO("Volver al anterior", "Back to the one before"),
    STANDARD("texto de fábrica", "standard text"),
    BY("{0}, {1}", "{0}, {1}"),
    HISTORY("Versiones anteriores ({0})", "Earlier versions ({0})"),
    SAVED("{0}: guardado. Vale desde el próximo mensaje.", "{0}: saved. It holds from the next message on."),
    SAME("{0}: no cambió.", "{0}: unchanged."),
    EMPTY("El texto está vacío.", "The text is empty."),
    TOO_LONG("El texto pasa de {0} letras.", "The text has more than {0} letters."),
    UNKNOWN_PLACE("{0} no se conoce. Se puede escribir {1}.", "{0} is not known. What may be written is {1}."),
    STRAY_BRACE("Hay una llave suelta.", "There is a stray brace."),
    UNPRINTABLE("El texto tiene caracteres que no se pueden mostrar.", "The text has characters that cannot be shown.");

    private final String spanish;
    private final String english;

    MessageWords(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
