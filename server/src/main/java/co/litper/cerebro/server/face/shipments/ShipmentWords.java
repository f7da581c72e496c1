package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the pages of shipments say. */
public enum ShipmentWords implements Said {
    SEARCH("Buscar", "Search"),
    SEARCH_HINT(
            "Guía, pedido, teléfono, nombre, ciudad, transportadora o estado, en cualquier orden",
            "Guide, order, phone, name, city, carrier or state, in any order"),
    NUMBER_HINT("Guía o pedido", "Guide or order"),
    ALL_STATES("Todos los estados", "All states"),
    ALL_ISSUES("Todas", "All"),
    ALL_CARRIERS("Todas las transportadoras", "All carriers"),
    STATE("Estado", "State"),
    CARRIER("Transportadora", "Carrier"),
    CITY("Ciudad", "City"),
    ONLY_OPEN("Solo con novedad abierta", "Only with an open novedad"),
    FILTER("Filtrar", "Filter"),
    GUIDE("Guía", "Guide"),
    ORDER("Pedido", "Order"),
    ISSUE("Novedad", "Novedad"),
    DAYS("Días", "Days"),
    VALUE("Valor", "Value"),
    MOVED("Último movimiento", "Last movement"),
    STILL("sin moverse {0} h", "still for {0} h"),
    NONE("Ningún envío corresponde.", "No shipment fits."),
    NEXT("Siguientes", "Next"),
    FIRST("Primeros", "First"),
    CUT("Hay demasiados que se llaman así; escriba algo más.", "Too many are called so; write something more."),
    EXCEL("Descargar Excel", "Download Excel"),
    SHEET("Envíos", "Shipments"),
    PICK("Elegir {0}", "Pick {0}"),
    LOAD("Cargar un archivo de Dropi", "Load a Dropi file"),
    LOOK_BACK("Mirar atrás: dónde se perdieron envíos", "Look back: where shipments were lost"),
    FORGET("Olvidar a este cliente", "Forget this customer"),
    FORGET_NOTE(
            "Borra nombre, teléfono, dirección y correo, en todos sus envíos, y lo que se recuerda de su caso. La historia del envío queda, sin persona. No se puede deshacer.",
            "Erases name, phone, address and e-mail, in all of their shipments, and what is remembered of them. The shipment's story stays, without a person. It cannot be undone."),
    FORGET_SURE("Sé que no se puede deshacer", "I know that it cannot be undone"),
    FORGET_DO("Borrar sus datos", "Erase their data"),
    BULK("Con los elegidos:", "With those picked:"),
    BULK_DO("Marcar la novedad como respondida", "Mark the novedad as answered"),
    BULK_DONE("{0} marcadas: {1}.", "{0} marked: {1}."),
    BULK_NONE("Elija al menos un envío con novedad abierta.", "Pick at least one shipment with an open novedad."),
    ANSWER("Respuesta", "Answer"),
    SHIPMENT("Envío {0}", "Shipment {0}"),
    FACTS("Datos", "Facts"),
    CUSTOMER("Cliente", "Customer"),
    PHONE("Teléfono", "Phone"),
    ADDRESS("Dirección", "Address"),
    HIDDEN("Su rol no ve datos personales.", "Your role sees no personal data."),
    ERASED("El cliente pidió que se borraran sus datos.", "The customer asked for erasure."),
    COD("contraentrega", "cash on delivery"),
    RISK("En riesgo", "At risk"),
    ASSUMED("supuesto", "assumed"),
    PROMISED("Prometido", "Promised"),
    CREATED("Creado", "Created"),
    ENDED("Terminó", "Ended"),
    LATE("tarde", "late"),
    UNTIL("Responder hasta", "Answer until"),
    BY_HAND("Actuar a mano", "Act by hand"),
    BY_HAND_HINT(
            "Lo que registre aquí entra como hecho; el cerebro aprende de lo que resulte.",
            "What you note here counts as a fact; the brain learns from what comes of it."),
    REPLY_CONFIRMS("El cliente confirma que recibe", "The customer confirms"),
    REPLY_ADDRESS("Dio otra dirección", "Gave another address"),
    REPLY_TIME("Acordó día y hora", "Agreed on day and time"),
    REPLY_CASH("Tendrá el dinero listo", "Will have the cash ready"),
    REPLY_REJECTS("No lo quiere", "Does not want it"),
    CALL_NO_ANSWER("No contesta", "No answer"),
    CALL_HUNG_UP("Colgó", "Hung up"),
    CALL_WRONG_NUMBER("Número equivocado", "Wrong number"),
    CALL_ANSWERED("contestó", "answered"),
    SAID_CALLED("Llamada al cliente: {0}.", "Call to the customer: {0}."),
    NOTED("Registrado: {0}.", "Noted: {0}."),
    NO_CUSTOMER("No se conoce el cliente de este envío.", "The customer of this shipment is not known."),
    STORY("Historia", "Story"),
    STORY_EMPTY("El registro aún no dice nada de este envío.", "The log tells nothing of this shipment yet."),
    LATER("Más de la historia", "More of the story"),
    DECIDED("Decidió {0}", "Decided {0}"),
    WHY("¿Por qué?", "Why?"),
    PLANNED("{0}: {1}", "{0}: {1}"),
    BECAUSE_DECISION("Por la decisión {0}", "Because of decision {0}"),
    BECAUSE_EVENT("Por lo que pasó antes", "Because of what happened before"),
    BECAUSE_UNKNOWN("Por el evento {0}", "Because of event {0}"),
    MATTER("Asunto {0}", "Matter {0}"),
    BY_AGENT(" (agente de {0})", " (agent of {0})"),
    CAME_OF_IT("Resultado de {0}: {1} ({2})", "What came of {0}: {1} ({2})"),
    SAID_CREATED("Guía generada", "Guide created"),
    SAID_ORDER("Pedido recibido", "Order received"),
    SAID_CONFIRMED("Pedido confirmado", "Order confirmed"),
    SAID_CANCELLED("Pedido cancelado", "Order cancelled"),
    SAID_SHIPPED("Pedido despachado con {0}", "Order shipped with {0}"),
    SAID_DELIVERED("Entregado; recaudo {0}", "Delivered; collected {0}"),
    SAID_STATUS("Estado: {0}", "Status: {0}"),
    SAID_UNKNOWN_STATUS("{0} (estado que nadie tradujo aún)", "{0} (a status nobody has translated yet)"),
    SAID_DELAY("Retraso detectado: {0} h", "Delay found: {0} h"),
    SAID_ISSUE("Novedad: {0}", "Novedad: {0}"),
    SAID_RESOLVED("Novedad respondida: {0}", "Novedad answered: {0}"),
    SAID_INQUIRY("El cliente preguntó ({0})", "The customer asked ({0})"),
    SAID_FEEDBACK("El cliente calificó con {0} de 5", "The customer gave {0} of 5"),
    SAID_REPLIED("El cliente respondió: {0}", "The customer replied: {0}"),
    SAID_EFFECT("{0} por {1}: {2}", "{0} by {1}: {2}"),
    SAID_APPROVED("Aprobado por {0}", "Approved by {0}"),
    SAID_REJECTED("Rechazado por {0}", "Rejected by {0}"),
    SAID_OUTCOME("Se supo el resultado de {0}", "The outcome of {0} became known"),
    SAID_CLOCK("Pasó el tiempo", "Time went by"),
    THOUGHT_ABOUT("Se piensa con calma en {0}", "{0} is being thought about"),
    SAID_THOUGHT("El razonador aconsejó: {0}", "The reasoner advised: {0}"),
    SAID_NO_THOUGHT("El razonador no dio consejo", "The reasoner gave no advice"),
    SAID_OTHER("{0}", "{0}"),
    EFFECT_PLANNED("planeado", "planned"),
    EFFECT_ATTEMPTING("en intento", "being tried"),
    EFFECT_DONE("hecho", "done"),
    EFFECT_FAILED("falló", "failed"),
    EFFECT_UNKNOWN("no se sabe si salió", "nobody knows whether it left"),
    EFFECT_EXPIRED("venció", "expired"),
    EFFECT_REFUSED("sin permiso", "not permitted");

    private final String spanish;
    private final String english;

    ShipmentWords(String spanish, String english) {
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
