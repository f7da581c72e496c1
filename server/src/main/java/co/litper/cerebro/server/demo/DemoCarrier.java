package co.litper.cerebro.server.demo;

import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;

/** The five main carriers, with the words that each writes for a state. */
enum DemoCarrier {
    COORDINADORA(
            "COORDINADORA",
            0.30,
            "56",
            List.of("ADMITIDO"),
            List.of("RECOGIDO", "EN ALISTAMIENTO", "RECOLECTADO"),
            List.of("DESPACHADO"),
            List.of("EN TRANSITO", "LLEGADA A CENTRO", "SALIDA DE CENTRO", "EN BODEGA", "TRANSBORDO"),
            List.of("EN REPARTO", "EN RUTA", "ASIGNADO A MENSAJERO", "EN DISTRIBUCION"),
            List.of("EN OFICINA", "DISPONIBLE EN PUNTO", "LISTO PARA RECOGER")),
    INTERRAPIDISIMO(
            "INTERRAPIDÍSIMO",
            0.27,
            "24",
            List.of("RECIBIDO", "INGRESADO"),
            List.of("ADMISION", "EN PROCESO"),
            List.of("DESPACHO", "DESPACHADO"),
            List.of("MOVILIZACION", "EN CAMINO", "LLEGADA", "ARRIBO", "EN CENTRO"),
            List.of("DISTRIBUCION", "EN DISTRIBUCION", "ASIGNADO", "EN VEHICULO"),
            List.of("EN PUNTO", "DISPONIBLE")),
    ENVIA(
            "ENVÍA",
            0.19,
            "014",
            List.of("GENERADO"),
            List.of("RECOGIDO", "RECOLECCION", "ALISTAMIENTO"),
            List.of("CARGUE"),
            List.of("EN LINEA", "DESCARGUE", "TRANSITO", "EN AGENCIA"),
            List.of("ULTIMO KM", "EN ENTREGA", "RUTA"),
            List.of("EN CENTRO ENVIA", "DISPONIBLE RECOGIDA")),
    TCC(
            "TCC",
            0.10,
            "48",
            List.of("DOCUMENTO RADICADO"),
            List.of("RECEPCION", "RECIBIDO EN ORIGEN"),
            List.of("CARGADO"),
            List.of("EN TRANSPORTE", "LLEGADA A DESTINO", "EN TERMINAL", "DESCARGADO"),
            List.of("EN REPARTO", "SALIDA REPARTO"),
            List.of("EN AGENCIA", "DISPONIBLE RETIRO")),
    SERVIENTREGA(
            "SERVIENTREGA",
            0.14,
            "91",
            List.of("IMPRESO"),
            List.of("ADMITIDO", "RECOLECTADO"),
            List.of("DESPACHADO"),
            List.of("EN RUTA", "EN PLATAFORMA", "EN CENTRO DE DISTRIBUCION"),
            List.of("EN DISTRIBUCION", "ASIGNADO MENSAJERO"),
            List.of("DISPONIBLE EN PUNTO", "EN CENTRO SERVIENTREGA"));

    private static final List<String> DELIVERED =
            List.of("ENTREGADO", "ENTREGA EXITOSA", "ENTREGA EFECTIVA", "CUMPLIDO");
    private static final List<String> RETURNED =
            List.of("DEVUELTO", "DEVOLUCION", "EN DEVOLUCION", "RETORNO", "RETORNADO");
    private static final List<String> CANCELLED = List.of("CANCELADO", "ANULADO");
    private static final List<String> ISSUE = List.of("NOVEDAD", "CON NOVEDAD");

    private final String writtenName;
    private final double share;
    private final String guidePrefix;
    private final List<String> created;
    private final List<String> processing;
    private final List<String> shipped;
    private final List<String> inTransit;
    private final List<String> outForDelivery;
    private final List<String> inOffice;

    DemoCarrier(
            String writtenName,
            double share,
            String guidePrefix,
            List<String> created,
            List<String> processing,
            List<String> shipped,
            List<String> inTransit,
            List<String> outForDelivery,
            List<String> inOffice) {
        this.writtenName = writtenName;
        this.share = share;
        this.guidePrefix = guidePrefix;
        this.created = created;
        this.processing = processing;
        this.shipped = shipped;
        this.inTransit = inTransit;
        this.outForDelivery = outForDelivery;
        this.inOffice = inOffice;
    }

    /** The carrier that a uniform draw of [0, 1) falls on, by its share of the merchant's parcels. */
    static DemoCarrier at(double unit) {
        double left = unit;
        for (DemoCarrier carrier : values()) {
            left -= carrier.share;
            if (left < 0) {
                return carrier;
            }
        }
        return SERVIENTREGA;
    }

    String writtenName() {
        return writtenName;
    }

    String guidePrefix() {
        return guidePrefix;
    }

    /** The words for a state, of which one is drawn. */
    List<String> words(ShipmentState state) {
        return switch (state) {
            case CREATED -> created;
            case PROCESSING -> processing;
            case SHIPPED -> shipped;
            case IN_TRANSIT -> inTransit;
            case OUT_FOR_DELIVERY -> outForDelivery;
            case IN_OFFICE -> inOffice;
            case ISSUE -> ISSUE;
            case DELIVERED -> DELIVERED;
            case RETURNED -> RETURNED;
            case CANCELLED -> CANCELLED;
        };
    }
}
