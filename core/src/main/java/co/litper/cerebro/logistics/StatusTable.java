package co.litper.cerebro.logistics;

import static co.litper.cerebro.vocabulary.ShipmentState.CANCELLED;
import static co.litper.cerebro.vocabulary.ShipmentState.CREATED;
import static co.litper.cerebro.vocabulary.ShipmentState.DELIVERED;
import static co.litper.cerebro.vocabulary.ShipmentState.IN_OFFICE;
import static co.litper.cerebro.vocabulary.ShipmentState.IN_TRANSIT;
import static co.litper.cerebro.vocabulary.ShipmentState.OUT_FOR_DELIVERY;
import static co.litper.cerebro.vocabulary.ShipmentState.PROCESSING;
import static co.litper.cerebro.vocabulary.ShipmentState.RETURNED;
import static co.litper.cerebro.vocabulary.ShipmentState.SHIPPED;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.LinkedHashMap;
import java.util.Map;

/** The wordings of statuses: per carrier, for all carriers, and of the platforms that stand between. */
final class StatusTable {
    private StatusTable() {}

    /** What each carrier writes about the journey; the same words differ between carriers. */
    static Map<Carrier, Map<String, ShipmentState>> carriers() {
        Map<Carrier, Map<String, ShipmentState>> carriers = new LinkedHashMap<>();
        carriers.put(Carrier.COORDINADORA, coordinadora());
        carriers.put(Carrier.INTERRAPIDISIMO, interrapidisimo());
        carriers.put(Carrier.ENVIA, envia());
        carriers.put(Carrier.TCC, tcc());
        carriers.put(Carrier.SERVIENTREGA, servientrega());
        return carriers;
    }

    private static Map<String, ShipmentState> coordinadora() {
        Map<String, ShipmentState> table = new LinkedHashMap<>();
        put(table, CREATED, "ADMITIDO");
        put(table, PROCESSING, "RECOGIDO", "EN ALISTAMIENTO", "RECOLECTADO");
        put(table, SHIPPED, "DESPACHADO");
        put(table, IN_TRANSIT, "EN TRANSITO", "LLEGADA A CENTRO", "SALIDA DE CENTRO", "EN BODEGA", "TRANSBORDO");
        put(table, OUT_FOR_DELIVERY, "EN REPARTO", "EN RUTA", "ASIGNADO A MENSAJERO", "EN DISTRIBUCION");
        put(table, IN_OFFICE, "EN OFICINA", "DISPONIBLE EN PUNTO", "LISTO PARA RECOGER");
        return table;
    }

    private static Map<String, ShipmentState> interrapidisimo() {
        Map<String, ShipmentState> table = new LinkedHashMap<>();
        put(table, CREATED, "RECIBIDO", "INGRESADO");
        put(table, PROCESSING, "ADMISION", "EN PROCESO");
        put(table, SHIPPED, "DESPACHO", "DESPACHADO");
        put(table, IN_TRANSIT, "MOVILIZACION", "EN CAMINO", "LLEGADA", "ARRIBO", "EN CENTRO");
        put(table, OUT_FOR_DELIVERY, "DISTRIBUCION", "EN DISTRIBUCION", "ASIGNADO", "EN VEHICULO");
        put(table, IN_OFFICE, "EN PUNTO", "DISPONIBLE");
        // Wording of the customers' tracking page.
        put(table, PROCESSING, "RECIBIMOS TU ENVIO");
        put(table, IN_TRANSIT, "VIAJANDO A TU DESTINO", "EN CENTRO LOGISTICO ORIGEN", "EN CENTRO LOGISTICO DESTINO");
        put(table, OUT_FOR_DELIVERY, "EN CAMINO HACIA TI");
        return table;
    }

    private static Map<String, ShipmentState> envia() {
        Map<String, ShipmentState> table = new LinkedHashMap<>();
        put(table, CREATED, "GENERADO");
        put(table, PROCESSING, "RECOGIDO", "RECOLECCION", "ALISTAMIENTO");
        put(table, SHIPPED, "CARGUE");
        put(table, IN_TRANSIT, "EN LINEA", "DESCARGUE", "TRANSITO", "EN AGENCIA");
        put(table, OUT_FOR_DELIVERY, "ULTIMO KM", "EN ENTREGA", "RUTA");
        put(table, IN_OFFICE, "EN CENTRO ENVIA", "DISPONIBLE RECOGIDA");
        return table;
    }

    private static Map<String, ShipmentState> tcc() {
        Map<String, ShipmentState> table = new LinkedHashMap<>();
        put(table, CREATED, "DOCUMENTO RADICADO");
        put(table, PROCESSING, "RECEPCION", "RECIBIDO EN ORIGEN");
        put(table, SHIPPED, "CARGADO");
        put(table, IN_TRANSIT, "EN TRANSPORTE", "LLEGADA A DESTINO", "EN TERMINAL", "DESCARGADO");
        put(table, OUT_FOR_DELIVERY, "EN REPARTO", "SALIDA REPARTO");
        put(table, IN_OFFICE, "EN AGENCIA", "DISPONIBLE RETIRO");
        return table;
    }

    private static Map<String, ShipmentState> servientrega() {
        Map<String, ShipmentState> table = new LinkedHashMap<>();
        put(table, CREATED, "IMPRESO");
        put(table, PROCESSING, "ADMITIDO", "RECOLECTADO");
        put(table, SHIPPED, "DESPACHADO");
        put(table, IN_TRANSIT, "EN RUTA", "EN PLATAFORMA", "EN CENTRO DE DISTRIBUCION");
        put(table, OUT_FOR_DELIVERY, "EN DISTRIBUCION", "ASIGNADO MENSAJERO");
        put(table, IN_OFFICE, "DISPONIBLE EN PUNTO", "EN CENTRO SERVIENTREGA");
        // Wording of its tracking service.
        put(table, IN_TRANSIT, "INGRESO AL CENTRO LOGISTICO", "SALIO A CIUDAD DESTINO");
        return table;
    }

    /** The ends, which all carriers write alike. */
    static Map<String, StatusMeaning> ends() {
        Map<String, ShipmentState> table = new LinkedHashMap<>();
        put(table, DELIVERED, "ENTREGADO", "ENTREGA EXITOSA", "ENTREGA EFECTIVA", "CUMPLIDO", "ENTREGADO CON EXITO");
        put(table, RETURNED, "DEVUELTO", "DEVOLUCION", "EN DEVOLUCION", "RETORNO", "RETORNADO", "EN RETORNO");
        put(table, CANCELLED, "CANCELADO", "ANULADO");
        return moved(table);
    }

    /** What Dropi and other platforms write, whoever carries; a carrier's own meaning comes first. */
    static Map<String, StatusMeaning> platform() {
        Map<String, ShipmentState> table = new LinkedHashMap<>();
        put(
                table,
                CREATED,
                "PENDIENTE",
                "PENDIENTE CONFIRMACION",
                "PENDIENTE DE CONFIRMACION",
                "POR CONFIRMAR",
                "CONFIRMADO",
                "PEDIDO CONFIRMADO",
                "GUIA GENERADA",
                "GUIA CREADA",
                "GENERADO",
                "CREADO",
                "ENVIO PENDIENTE POR PAGO");
        put(
                table,
                PROCESSING,
                "PREPARADO PARA TRANSPORTADORA",
                "ENTREGADO A TRANSPORTADORA",
                "ENTREGADO A LA TRANSPORTADORA",
                "EN PREPARACION",
                "EN PROCESAMIENTO",
                "PROCESANDO TU ENVIO",
                "ENVIO PROGRAMADO",
                "RECOLECCION PROGRAMADA",
                "RECOLECTADO",
                "RECOGIDO",
                "ADMITIDO",
                "EMPACADO",
                "ALISTADO");
        put(table, SHIPPED, "DESPACHADO", "EN DESPACHO", "ENVIADO");
        put(
                table,
                IN_TRANSIT,
                "EN BODEGA TRANSPORTADORA",
                "EN BODEGA DE TRANSPORTADORA",
                "EN TRANSPORTE",
                "EN TRANSITO",
                "EN TRASLADO",
                "EN TRASLADO NACIONAL",
                "EN TERMINAL ORIGEN",
                "EN TERMINAL DESTINO",
                "EN REEXPEDICION",
                "REEXPEDICION",
                "REENVIO",
                "TELEMERCADEO",
                "EN PUNTO DROOP",
                "EN BODEGA DESTINO",
                "EN BODEGA ORIGEN",
                "EN RUTA A DESTINO",
                "EN RUTA NACIONAL");
        put(
                table,
                OUT_FOR_DELIVERY,
                "EN REPARTO",
                "EN RUTA DE ENTREGA",
                "EN RUTA DE REPARTO",
                "SALIO A REPARTO",
                "EN REPARTO A DESTINATARIO",
                "ENTREGADO A MENSAJERO",
                "ENTREGADO AL MENSAJERO",
                "CON MENSAJERO",
                "EN PROCESO DE ENTREGA",
                "OUT FOR DELIVERY");
        put(
                table,
                IN_OFFICE,
                "RECLAME EN OFICINA",
                "RECLAMA EN OFICINA",
                "RECLAMAR EN OFICINA",
                "RECLAMO EN OFICINA",
                "PARA RECLAMAR EN OFICINA",
                "RETIRO EN OFICINA",
                "EN OFICINA PARA RECLAMAR",
                "DISPONIBLE EN OFICINA",
                "DISPONIBLE PARA RECOGER",
                "DISPONIBLE PARA RECLAMAR");
        put(table, RETURNED, "DEVOLUCION EN TRANSITO", "EN DEVOLUCION A REMITENTE");
        put(table, DELIVERED, "DELIVERED");
        Map<String, StatusMeaning> meanings = moved(table);
        meanings.put("NOVEDAD SOLUCIONADA", new StatusMeaning.Answered());
        meanings.put("INTENTO DE ENTREGA", held(IssueReason.DELIVERY_ATTEMPT_FAILED));
        meanings.put("REPROGRAMADO", held(IssueReason.RESCHEDULED));
        meanings.put("RECHAZADO", held(IssueReason.REJECTED));
        // An indemnity is paid for lost and damaged parcels alike; nothing is left to deliver.
        meanings.put("EN PROCESO DE INDEMNIZACION", held(IssueReason.LOST));
        meanings.put("INDEMNIZADA", held(IssueReason.LOST));
        for (String general :
                new String[] {"NOVEDAD", "CON NOVEDAD", "EN NOVEDAD", "ENVIO CON NOVEDAD", "INCIDENCIA"}) {
            meanings.put(general, held(IssueReason.OTHER));
        }
        return meanings;
    }

    private static Map<String, StatusMeaning> moved(Map<String, ShipmentState> table) {
        Map<String, StatusMeaning> meanings = new LinkedHashMap<>();
        table.forEach((phrase, state) -> meanings.put(phrase, new StatusMeaning.Moved(state)));
        return meanings;
    }

    private static StatusMeaning held(IssueReason reason) {
        return new StatusMeaning.Held(reason, true);
    }

    private static void put(Map<String, ShipmentState> table, ShipmentState state, String... phrases) {
        for (String phrase : phrases) {
            table.put(phrase, state);
        }
    }
}
