package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What each carrier writes, one of several wordings drawn for each scan. A test holds that the product reads them so. */
final class Words {
    private static final List<Map<ShipmentState, List<String>>> JOURNEY = List.of(
            journey(
                    "DESPACHADO",
                    List.of("EN TRANSITO", "LLEGADA A CENTRO", "EN BODEGA", "TRANSBORDO"),
                    List.of("EN REPARTO", "EN RUTA", "ASIGNADO A MENSAJERO"),
                    List.of("EN OFICINA", "DISPONIBLE EN PUNTO")),
            journey(
                    "DESPACHO",
                    List.of("MOVILIZACION", "EN CAMINO", "ARRIBO", "EN CENTRO"),
                    List.of("DISTRIBUCION", "ASIGNADO", "EN VEHICULO"),
                    List.of("EN PUNTO", "DISPONIBLE")),
            journey(
                    "CARGUE",
                    List.of("EN LINEA", "DESCARGUE", "TRANSITO", "EN AGENCIA"),
                    List.of("ULTIMO KM", "EN ENTREGA", "RUTA"),
                    List.of("EN CENTRO ENVIA", "DISPONIBLE RECOGIDA")),
            journey(
                    "CARGADO",
                    List.of("EN TRANSPORTE", "LLEGADA A DESTINO", "EN TERMINAL", "DESCARGADO"),
                    List.of("EN REPARTO", "SALIDA REPARTO"),
                    List.of("EN AGENCIA", "DISPONIBLE RETIRO")),
            journey(
                    "DESPACHADO",
                    List.of("EN RUTA", "EN PLATAFORMA", "EN CENTRO DE DISTRIBUCION"),
                    List.of("EN DISTRIBUCION", "ASIGNADO MENSAJERO"),
                    List.of("DISPONIBLE EN PUNTO", "EN CENTRO SERVIENTREGA")));

    private static final Map<IssueReason, List<String>> ISSUES = issues();

    private Words() {}

    /** A status in the words of a carrier. */
    static String status(int carrier, ShipmentState state, double unit) {
        List<String> words = JOURNEY.get(carrier).get(state);
        if (words == null) {
            throw new IllegalArgumentException("the world writes no scan of " + state);
        }
        return pick(words, unit);
    }

    /** A novedad in carriers' words. */
    static String issue(IssueReason reason, double unit) {
        return pick(ISSUES.getOrDefault(reason, List.of("NOVEDAD")), unit);
    }

    private static String pick(List<String> words, double unit) {
        return words.get((int) (unit * words.size()));
    }

    private static Map<ShipmentState, List<String>> journey(
            String shipped, List<String> transit, List<String> out, List<String> office) {
        Map<ShipmentState, List<String>> words = new EnumMap<>(ShipmentState.class);
        words.put(ShipmentState.SHIPPED, List.of(shipped));
        words.put(ShipmentState.IN_TRANSIT, transit);
        words.put(ShipmentState.OUT_FOR_DELIVERY, out);
        words.put(ShipmentState.IN_OFFICE, office);
        words.put(ShipmentState.DELIVERED, List.of("ENTREGADO", "ENTREGA EXITOSA", "ENTREGA EFECTIVA", "CUMPLIDO"));
        words.put(ShipmentState.RETURNED, List.of("EN DEVOLUCION", "DEVOLUCION", "RETORNO"));
        words.put(ShipmentState.CANCELLED, List.of("ANULADO"));
        return words;
    }

    private static Map<IssueReason, List<String>> issues() {
        Map<IssueReason, List<String>> words = new EnumMap<>(IssueReason.class);
        words.put(
                IssueReason.BAD_ADDRESS,
                List.of("DIRECCION ERRADA", "DIRECCION INCORRECTA", "NO UBICADO", "PREDIO NO EXISTE"));
        words.put(
                IssueReason.RECIPIENT_UNAVAILABLE,
                List.of("DESTINATARIO AUSENTE", "NO HAY QUIEN RECIBA", "CERRADO", "CLIENTE NO ENCONTRADO"));
        words.put(IssueReason.REJECTED, List.of("RECHAZADO", "REHUSADO", "NO ACEPTADO"));
        words.put(IssueReason.BAD_PHONE, List.of("TELEFONO ERRADO", "NO CONTESTA", "APAGADO"));
        words.put(IssueReason.COD_ISSUE, List.of("SIN DINERO", "NO TIENE DINERO", "FALTA RECAUDO"));
        words.put(IssueReason.REMOTE_AREA, List.of("ZONA DE DIFICIL ACCESO", "ZONA RURAL"));
        words.put(IssueReason.WEATHER, List.of("VIA CERRADA", "FUERTES LLUVIAS", "DERRUMBE"));
        words.put(IssueReason.DAMAGED, List.of("AVERIA", "DAÑADO"));
        words.put(IssueReason.LOST, List.of("SINIESTRO", "EXTRAVIADO"));
        words.put(IssueReason.DELIVERY_ATTEMPT_FAILED, List.of("INTENTO DE ENTREGA FALLIDO", "NO SE LOGRO ENTREGA"));
        words.put(IssueReason.OTHER, List.of("NOVEDAD", "CON NOVEDAD", "PROBLEMA"));
        return words;
    }
}
