package co.litper.cerebro.vocabulary;

/** What closed vocabularies are called in Spanish in texts that are searched or read by a machine; pages have words of their own. */
public final class SpanishNames {
    private SpanishNames() {}

    /** The reason of a novedad. */
    public static String of(IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS -> "dirección errada";
            case RECIPIENT_UNAVAILABLE -> "destinatario ausente";
            case REJECTED -> "pedido rechazado";
            case BAD_PHONE -> "teléfono errado";
            case COD_ISSUE -> "sin dinero para el recaudo";
            case DAMAGED -> "paquete averiado";
            case LOST -> "paquete perdido";
            case RESCHEDULED -> "entrega reprogramada";
            case DELIVERY_ATTEMPT_FAILED -> "intento de entrega fallido";
            case SECURITY -> "problema de seguridad";
            case REMOTE_AREA -> "zona de difícil acceso";
            case WEATHER -> "mal clima";
            case DOCUMENTATION -> "documentos";
            case PAYMENT_PENDING -> "pago pendiente";
            case OTHER -> "otra";
        };
    }
}
