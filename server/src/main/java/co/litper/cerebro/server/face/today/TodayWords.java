package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the first page says. */
public enum TodayWords implements Said {
    AWAY_BRAIN(
            "Desde el {0} el cerebro tomó {1} decisiones: {2} actuaron sin personas y {3} pidieron su sí.",
            "Since {0} the brain made {1} decisions: {2} acted without people and {3} asked for your yes."),
    AWAY_PARCELS(
            "Se entregaron {0} envíos ({1} tarde), volvieron {2}, y de {3} con novedad se rescataron {4}.",
            "{0} shipments were delivered ({1} late), {2} came back, and of {3} with a novedad {4} were rescued."),
    AWAY_NOW(
            "Ahora hay {0} novedades abiertas, {1} vencidas y {2} con menos de 4 horas; {3} aprobaciones esperan.",
            "Now {0} novedades are open, {1} overdue and {2} with less than 4 hours; {3} approvals wait."),
    FIGURES("Indicadores, últimos {0} días", "Key figures, last {0} days"),
    DECISIONS_PER_DAY("Decisiones autónomas al día", "Autonomous decisions a day"),
    FORECAST_ACCURACY("Acierto del pronóstico de retraso", "Delay foreseen right"),
    LATE_REDUCTION("Reducción de retrasos", "Fewer late deliveries"),
    ANSWERED_BY_ITSELF("Envíos con novedad resuelta sin personas", "Shipments with a novedad solved without people"),
    RETURNS("Devoluciones", "Returns"),
    RESCUES("Rescate de novedades", "Novedades rescued"),
    GOAL("meta {0}", "goal {0}"),
    REACHED("se cumple", "reached"),
    MISSED("falta", "not reached"),
    NO_GOAL("sin meta fijada", "no goal set"),
    UNKNOWN("aún no hay datos", "no data yet"),
    INTERVAL("95 %: {0} a {1}", "95 %: {0} to {1}"),
    CASES("{0} casos", "{0} cases"),
    OF_DECISIONS("{0} decisiones", "{0} decisions"),
    OF_SHIPMENTS("{0} envíos", "{0} shipments"),
    BRAIN_DID_NOTHING("sin cifra: el cerebro no actuó en estos días", "no figure: the brain did nothing in these days"),
    SHORT_HISTORY(
            "sin comparación: de los días anteriores solo se conoce lo que terminó pronto",
            "no comparison: of the days before only what ended soon is known"),
    BEFORE("antes {0}", "before {0}"),
    TREND("Tendencia por día", "Trend by day"),
    RESPONSE("Tiempo de respuesta a un evento", "Response time to an event"),
    RESPONSE_NOTE(
            "95 % de {0} respuestas desde que arrancó el servicio, ya en disco",
            "95 % of {0} answers since the service started, on disk"),
    FRESHNESS("Frescura de los datos", "Freshness of data"),
    FRESHNESS_NOTE(
            "mediana entre suceder y saberse, últimos {0} eventos con hora exacta",
            "median from happening to being known, last {0} events with an exact time"),
    NOT_MEASURED(
            "La especificación fija además metas de auto-reparación, detección de deriva, experimentos, retención y respuesta al cliente; esta página aún no las mide.",
            "The specification also sets goals for self-repair, drift detection, experiments, retention and replies to customers; this page does not measure them yet."),
    WORTH("Lo que vale el cerebro", "What the brain is worth"),
    WORTH_GAIN(
            "En {0} días, responder desde el comienzo la novedad de {1} envíos valió {2} más que dejarla quieta entonces (95 %: {3} a {4}). Cada envío cuenta una vez.",
            "In {0} days, answering the novedad of {1} shipments from the start was worth {2} more than leaving it then (95 %: {3} to {4}). Each shipment counts once."),
    WORTH_MATURITY(
            "Ya se sabe el resultado de {0} de los {1} envíos con respuesta ({2}).",
            "The outcome of {0} of the {1} shipments with an answer is known ({2})."),
    WORTH_NONE(
            "En {0} días el cerebro no ha respondido novedades sin personas.",
            "In {0} days the brain has not answered any novedad without people."),
    RESCUE("Lo más urgente", "The most urgent"),
    OFFICES(
            "En oficina, se devuelven en menos de 48 horas si nadie las recoge: {0}",
            "In an office, going back within 48 hours unless fetched: {0}"),
    ALL_RESCUE("Todas las novedades", "All novedades"),
    NO_RESCUE("Ninguna novedad abierta.", "No open novedad."),
    DECISIONS("Decisiones en vivo", "Decisions as they happen"),
    ALL_DECISIONS("Todas las decisiones", "All decisions"),
    ALL_APPROVALS("Todas las aprobaciones", "All approvals");

    private final String spanish;
    private final String english;

    TodayWords(String spanish, String english) {
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
