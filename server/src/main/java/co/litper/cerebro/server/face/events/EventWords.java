package co.litper.cerebro.server.face.events;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the pages of events say. */
public enum EventWords implements Said {
    REFUSED("Rechazados sin resolver: {0}", "Refused, unresolved: {0}"),
    NOTHING_REFUSED(
            "Nada espera: todo lo que llegó cumplió su contrato.", "Nothing waits: all that came kept its contract."),
    ONLY_ALL(
            "Los rechazados son de toda la instalación; su usuario ve un solo comercio.",
            "What was refused is of the whole installation; you see one merchant."),
    MORE("Se muestran los {0} más recientes.", "The {0} newest are shown."),
    NUMBER("Número", "Number"),
    WHEN("Cuándo", "When"),
    SOURCE("Origen", "Source"),
    LINE("Línea {0}", "Line {0}"),
    REASON("Por qué", "Why"),
    FEEDS("Fuentes", "Feeds"),
    FEEDS_NOTE(
            "Lo que contaron desde afuera los últimos {0} hechos del registro. Una fuente que calla más de 24 horas se marca.",
            "What came from outside in the last {0} facts of the log. A feed silent for more than 24 hours is marked."),
    NO_FEEDS("Todavía no ha llegado nada desde afuera.", "Nothing has come from outside yet."),
    EVENTS("Eventos", "Events"),
    LAST("Último", "Last one"),
    AGO("hace {0}", "{0} ago"),
    LAG("Tarda (mediana)", "Comes after (median)"),
    LATE("Tarde según contrato", "Late by contract"),
    SKEWED("Reloj adelantado", "Clock ahead"),
    STATE("Estado", "State"),
    SPEAKS("al día", "up to date"),
    SILENT("calla", "silent"),
    UNKNOWN("Efectos que nadie sabe si salieron: {0}", "Effects of unknown fate: {0}"),
    UNKNOWN_NOTE(
            "El sistema se detuvo, o no hubo respuesta, mientras salían. No se repiten a ciegas: averigüe con quien recibe y diga qué pasó.",
            "The system stopped, or no answer came, while they left. They are never blindly repeated: ask who receives them and tell what happened."),
    NO_UNKNOWN("Ninguno: se sabe de cada efecto si salió o no.", "None: of every effect it is known whether it left."),
    DONE("Sí salió", "It left"),
    FAILED("No salió", "It did not"),
    SETTLED("Registrado.", "Noted."),
    SETTLED_LATER(
            "Guardado; aún no se sabe si otra persona lo dijo antes.",
            "Kept; it is not known yet whether somebody told before."),
    CATALOGUE("Catálogo y contratos", "Catalogue and contracts"),
    CATALOGUE_NOTE(
            "Cada tipo tiene un contrato. Lo que no lo cumple se rechaza con su motivo y no detiene a nadie más.",
            "Each type has a contract. What breaks it is refused with its reason and stops nobody else."),
    TYPE("Tipo", "Type"),
    MEANING("Qué pasó", "What happened"),
    OWNER("Responde", "Owner"),
    VERSION("Versión", "Version"),
    FRESH("Útil hasta", "Useful for"),
    OUTSIDE("De afuera", "From outside"),
    YES("sí", "yes"),
    NO("no", "no"),
    CONTRACT("Contrato de {0}", "Contract of {0}"),
    FIELD("Campo", "Field"),
    KIND("Debe ser", "Must be"),
    REQUIRED("Obligatorio", "Required"),
    PERSONAL("Personal", "Personal"),
    TOLD("Descripción", "Description"),
    BACK("Volver a Eventos", "Back to events"),
    LETTER("Rechazado {0}", "Refused {0}"),
    OPEN("sin resolver", "unresolved"),
    REPLAYED("reparado y recibido", "repaired and taken"),
    DROPPED("descartado", "given up"),
    WRONG("Qué está mal", "What is wrong"),
    NOTHING_WRONG("Hoy su contrato lo permite: recíbalo como está.", "Its contract allows it today: take it as it is."),
    FIELDS("Campos", "Fields"),
    FIELDS_NOTE(
            "Corrija los campos marcados y recíbalo de nuevo. Un campo vacío se quita.",
            "Correct the marked fields and take it again. An empty field is taken away."),
    ROW_NOTE(
            "Es una fila de una tabla: corríjala en {0} e importe el archivo otra vez; lo que ya entró no se repite. Cuando entra una fila con el mismo número de guía, este aviso se cierra solo; si no lo tiene, descártelo.",
            "It is a row of a table: repair it in {0} and import the file again; what is in already is not repeated. Once a row with the same guide number comes in, this closes by itself; without one, give it up."),
    ROW("Lo que se guardó de la fila", "What is kept of the row"),
    ONLY_ADMINS("Solo quien administra repara o descarta.", "Only admins repair or give up."),
    REPLAY("Recibir de nuevo", "Take again"),
    DROP("Descartar", "Give up"),
    TAKEN(
            "Recibido: ya está en el registro y se decidió sobre él.",
            "Taken: it stands in the log and was decided upon."),
    KNOWN("Ya se conocía: no se repitió nada.", "It was known: nothing was repeated."),
    STILL_WRONG("Sigue sin cumplir su contrato.", "It still breaks its contract."),
    DROPPED_NOW("Descartado.", "Given up.");

    private final String spanish;
    private final String english;

    EventWords(String spanish, String english) {
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
