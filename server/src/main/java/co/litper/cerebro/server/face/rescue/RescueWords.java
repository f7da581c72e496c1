package co.litper.cerebro.server.face.rescue;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the rescue desk says. */
public enum RescueWords implements Said {
    TOTALS(
            "{0} {0:novedad abierta|novedades abiertas} · {1} {1:vencida|vencidas} · {2} con menos de 4 horas · {3} en riesgo",
            "{0} open {0:novedad|novedades} · {1} overdue · {2} with less than 4 hours · {3} at risk"),
    NOTHING("No hay novedades abiertas. Nada que hacer por ahora.", "No open novedades. Nothing to do for now."),
    ANSWERS("Respuestas para Dropi (Excel)", "Answers for Dropi (Excel)"),
    MORE("… y {0} más, que aparecen al resolver estas.", "… and {0} more, which appear as these are solved."),
    SHOW_MORE("Ver más ({0} sin mostrar)", "Show more ({0} not shown)"),
    UNTIL("Responder hasta {0}", "Answer until {0}"),
    LEFT("quedan {0}", "{0} left"),
    OVERDUE("venció hace {0}: responda ya", "overdue by {0}: answer now"),
    LAPSED(
            "venció hace {0}: pregunte primero si ya va de regreso",
            "overdue by {0}: first ask whether it is on its way back"),
    RISK("{0} en riesgo", "{0} at risk"),
    ASSUMED("supuesto", "assumed"),
    PROPOSES("El cerebro propone: {0}", "The brain proposes: {0}"),
    CALLED("Llamada {0}: {1}", "Called {0}: {1}"),
    CALLED_BY("Llamada {0} ({1}): {2}", "Called {0} ({1}): {2}"),
    CITY_STOPPED("{0}: parada, no se llama ni se escribe", "{0}: stopped, no calls and no messages"),
    CITIES_STOPPED("Menos en: {0}, ciudades paradas.", "Except in: {0}, which are stopped."),
    HELD(
            "Contactar al cliente queda en espera hasta que se reanude la ciudad",
            "Contacting the customer waits until the city is resumed"),
    NO_PROPOSAL("Sin propuesta todavía", "No proposal yet"),
    WHY("¿Por qué?", "Why?"),
    CALL("Llamar a {0}", "Call {0}"),
    CUSTOMER("el cliente", "the customer"),
    NO_PHONE("sin teléfono", "no phone"),
    HIDDEN("Su rol no ve a quién llamar.", "Your role does not see whom to call."),
    SCRIPT("Guion de llamada", "Call script (Spanish)"),
    SAID("¿Qué dijo el cliente?", "What did the customer say?"),
    UNANSWERED("¿Llamó y no se pudo hablar?", "Called, and could not talk?"),
    CALLS("Llamadas por hacer ({0})", "Calls to make ({0})"),
    CALLS_HINT(
            "El cerebro las pide o alguien las aprobó. Marque cómo fue: la que no contestan vuelve más tarde, dentro de los límites de contacto.",
            "The brain asks for them, or somebody approved them. Mark how it went: one that nobody answers comes back later, within the contact limits."),
    OTHERS("Las demás novedades", "The other novedades"),
    CALL_NOW("Ahora se puede llamar.", "Customers may be called now."),
    QUIET("Horas de silencio: no llame antes del {0}.", "Quiet hours: do not call before {0}."),
    ANSWERED("¿Ya le respondió a la transportadora?", "Did you answer the carrier already?"),
    OFFICES("En oficina, se devuelven pronto si nadie las recoge", "In an office, going back soon unless fetched"),
    FETCH_BY("recoger antes de {0} (quedan {1})", "fetch before {0} ({1} left)"),
    FETCH_PASSED("había que recoger antes de {0} (vencido hace {1})", "was to be fetched before {0} ({1} overdue)"),
    KEYS("Con el foco en una tarjeta, ↓ y ↑ pasan a otra.", "With the focus on a card, ↓ and ↑ move on."),
    SHEET("Soluciones", "Soluciones"),
    NOTED("{0}: {1}.", "{0}: {1}.");

    private final String spanish;
    private final String english;

    RescueWords(String spanish, String english) {
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
