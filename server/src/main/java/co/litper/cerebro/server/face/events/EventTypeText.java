package co.litper.cerebro.server.face.events;

import co.litper.cerebro.event.EventType;
import co.litper.cerebro.log.DataContracts;
import co.litper.cerebro.server.text.Language;

/** What each type of event tells, in a reader's language; in English as its contract says it. */
final class EventTypeText {
    private EventTypeText() {}

    static String of(EventType type, Language language) {
        return switch (language) {
            case ES -> spanish(type);
            case EN -> DataContracts.of(type).description();
        };
    }

    private static String spanish(EventType type) {
        return switch (type) {
            case ORDER_CREATED -> "Se creó un pedido.";
            case ORDER_CONFIRMED -> "El cliente confirmó su pedido.";
            case ORDER_CANCELLED -> "El pedido se canceló.";
            case ORDER_SHIPPED -> "El pedido salió con una transportadora.";
            case ORDER_DELIVERED -> "El pedido se entregó.";
            case GUIDE_CREATED -> "Se generó una guía.";
            case GUIDE_UPDATED -> "Un archivo o plataforma contó cómo va una guía.";
            case TRACKING_UPDATED -> "La transportadora registró un movimiento.";
            case DELAY_DETECTED -> "Un envío va tarde.";
            case ISSUE_REPORTED -> "La transportadora reportó una novedad.";
            case ISSUE_RESOLVED -> "Se respondió una novedad.";
            case CUSTOMER_INQUIRY -> "El cliente preguntó algo.";
            case CUSTOMER_FEEDBACK -> "El cliente calificó el servicio.";
            case CUSTOMER_REPLIED -> "El cliente respondió un mensaje.";
            case CARRIER_CAPACITY -> "Una transportadora contó cuánto puede llevar.";
            case TELEMETRY -> "Un vehículo o sensor midió algo.";
            case MODEL_TRAINED -> "Se entrenó un modelo.";
            case MODEL_DEPLOYED -> "Un modelo entró en uso.";
            case ANOMALY_DETECTED -> "Algo se salió de lo normal.";
            case ACTION_EXECUTED -> "Se supo qué pasó con una acción.";
            case FEEDBACK_RECEIVED -> "Se supo cómo terminó una decisión.";
            case LEARNING_COMPLETED -> "Terminó un aprendizaje.";
            case TICK -> "El reloj avanzó.";
            case SNAPSHOT_PUBLISHED -> "Lo aprendido entró en vigor.";
            case APPROVAL_GIVEN -> "Una persona dijo sí o no.";
            case CONFIGURATION_CHANGED -> "Cambió un ajuste.";
            case THOUGHT_RETURNED -> "Volvió una consulta al razonador.";
        };
    }
}
