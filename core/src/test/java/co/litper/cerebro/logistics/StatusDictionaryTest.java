package co.litper.cerebro.logistics;

import static co.litper.cerebro.vocabulary.ShipmentState.CANCELLED;
import static co.litper.cerebro.vocabulary.ShipmentState.DELIVERED;
import static co.litper.cerebro.vocabulary.ShipmentState.IN_OFFICE;
import static co.litper.cerebro.vocabulary.ShipmentState.IN_TRANSIT;
import static co.litper.cerebro.vocabulary.ShipmentState.OUT_FOR_DELIVERY;
import static co.litper.cerebro.vocabulary.ShipmentState.PROCESSING;
import static co.litper.cerebro.vocabulary.ShipmentState.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusDictionaryTest {
    private static final List<Carrier> ALL = List.of(
            Carrier.COORDINADORA,
            Carrier.INTERRAPIDISIMO,
            Carrier.ENVIA,
            Carrier.TCC,
            Carrier.SERVIENTREGA,
            Carrier.VELOCES,
            Carrier.UNKNOWN,
            new Carrier("NUEVA"));

    private static StatusMeaning moved(ShipmentState state) {
        return new StatusMeaning.Moved(state);
    }

    /** Written out from the domain notes a second time, so that a slip in the product's table shows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COORDINADORA|CREATED|ADMITIDO",
                "COORDINADORA|PROCESSING|RECOGIDO, EN ALISTAMIENTO, RECOLECTADO",
                "COORDINADORA|SHIPPED|DESPACHADO",
                "COORDINADORA|IN_TRANSIT|EN TRANSITO, LLEGADA A CENTRO, SALIDA DE CENTRO, EN BODEGA, TRANSBORDO",
                "COORDINADORA|OUT_FOR_DELIVERY|EN REPARTO, EN RUTA, ASIGNADO A MENSAJERO, EN DISTRIBUCION",
                "COORDINADORA|IN_OFFICE|EN OFICINA, DISPONIBLE EN PUNTO, LISTO PARA RECOGER",
                "INTERRAPIDISIMO|CREATED|RECIBIDO, INGRESADO",
                "INTERRAPIDISIMO|PROCESSING|ADMISION, EN PROCESO",
                "INTERRAPIDISIMO|SHIPPED|DESPACHO, DESPACHADO",
                "INTERRAPIDISIMO|IN_TRANSIT|MOVILIZACION, EN CAMINO, LLEGADA, ARRIBO, EN CENTRO",
                "INTERRAPIDISIMO|OUT_FOR_DELIVERY|DISTRIBUCION, EN DISTRIBUCION, ASIGNADO, EN VEHICULO",
                "INTERRAPIDISIMO|IN_OFFICE|EN PUNTO, DISPONIBLE",
                "ENVIA|CREATED|GENERADO",
                "ENVIA|PROCESSING|RECOGIDO, RECOLECCION, ALISTAMIENTO",
                "ENVIA|SHIPPED|CARGUE",
                "ENVIA|IN_TRANSIT|EN LINEA, DESCARGUE, TRANSITO, EN AGENCIA",
                "ENVIA|OUT_FOR_DELIVERY|ULTIMO KM, EN ENTREGA, RUTA",
                "ENVIA|IN_OFFICE|EN CENTRO ENVIA, DISPONIBLE RECOGIDA",
                "TCC|CREATED|DOCUMENTO RADICADO",
                "TCC|PROCESSING|RECEPCION, RECIBIDO EN ORIGEN",
                "TCC|SHIPPED|CARGADO",
                "TCC|IN_TRANSIT|EN TRANSPORTE, LLEGADA A DESTINO, EN TERMINAL, DESCARGADO",
                "TCC|OUT_FOR_DELIVERY|EN REPARTO, SALIDA REPARTO",
                "TCC|IN_OFFICE|EN AGENCIA, DISPONIBLE RETIRO",
                "SERVIENTREGA|CREATED|IMPRESO",
                "SERVIENTREGA|PROCESSING|ADMITIDO, RECOLECTADO",
                "SERVIENTREGA|SHIPPED|DESPACHADO",
                "SERVIENTREGA|IN_TRANSIT|EN RUTA, EN PLATAFORMA, EN CENTRO DE DISTRIBUCION",
                "SERVIENTREGA|OUT_FOR_DELIVERY|EN DISTRIBUCION, ASIGNADO MENSAJERO",
                "SERVIENTREGA|IN_OFFICE|DISPONIBLE EN PUNTO, EN CENTRO SERVIENTREGA",
            })
    void eachCarrierMeansItsOwn(String carrier, ShipmentState state, String phrases) {
        for (String phrase : phrases.split(", ", -1)) {
            Carrier speaker = new Carrier(carrier);
            assertThat(StatusDictionary.read(speaker, phrase)).as(phrase).isEqualTo(moved(state));
            String sloppy =
                    "  " + phrase.toLowerCase(Locale.ROOT).replace(" ", "  ").replace("cion", "ción") + " ";
            assertThat(StatusDictionary.read(speaker, sloppy)).as(sloppy).isEqualTo(moved(state));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELIVERED|ENTREGADO, ENTREGA EXITOSA, ENTREGA EFECTIVA, CUMPLIDO, Entregada",
                "RETURNED|DEVUELTO, DEVOLUCION, EN DEVOLUCION, RETORNO, RETORNADO, devuelta",
                "CANCELLED|CANCELADO, ANULADO, Cancelada, guía anulada",
            })
    void allCarriersEndAlike(ShipmentState state, String phrases) {
        for (String phrase : phrases.split(", ", -1)) {
            for (Carrier carrier : ALL) {
                assertThat(StatusDictionary.read(carrier, phrase)).as(phrase).isEqualTo(moved(state));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EN AGENCIA",
        "EN RUTA",
        "RECIBIDO",
        "EN PUNTO",
        "DISPONIBLE",
        "RECEPCION",
        "RUTA",
        "EN AGENCIA BOGOTA",
    })
    void wordsOnWhichCarriersDisagreeSayNothingForAnUnknownOne(String raw) {
        assertThat(StatusDictionary.read(Carrier.UNKNOWN, raw)).isEqualTo(new StatusMeaning.Unknown(raw));
    }

    @Test
    void wordsOnWhichCarriersAgreeCountForAll() {
        assertThat(StatusDictionary.read(Carrier.TCC, "EN TRANSITO")).isEqualTo(moved(IN_TRANSIT));
        assertThat(StatusDictionary.read(Carrier.VELOCES, "EN REPARTO")).isEqualTo(moved(OUT_FOR_DELIVERY));
        assertThat(StatusDictionary.read(new Carrier("NUEVA"), "recolectado")).isEqualTo(moved(PROCESSING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PENDIENTE|CREATED",
                "PENDIENTE CONFIRMACION|CREATED",
                "GUIA GENERADA|CREATED",
                "Guía_Generada|CREATED",
                "PREPARADO PARA TRANSPORTADORA|PROCESSING",
                "ENTREGADO A TRANSPORTADORA|PROCESSING",
                "EN BODEGA TRANSPORTADORA|IN_TRANSIT",
                "ADMITIDA|PROCESSING",
                "DESPACHADA|SHIPPED",
                "EN DESPACHO|SHIPPED",
                "EN TRASLADO NACIONAL|IN_TRANSIT",
                "EN TERMINAL ORIGEN|IN_TRANSIT",
                "EN TERMINAL DESTINO|IN_TRANSIT",
                "EN REPARTO|OUT_FOR_DELIVERY",
                "EN REEXPEDICION|IN_TRANSIT",
                "TELEMERCADEO|IN_TRANSIT",
                "REENVIO|IN_TRANSIT",
                "EN PUNTO DROOP|IN_TRANSIT",
                "RECLAME EN OFICINA|IN_OFFICE",
                "DEVOLUCION EN TRANSITO|RETURNED",
            })
    void platformsWordsAreKnownWhoeverCarries(String raw, ShipmentState state) {
        assertThat(StatusDictionary.read(Carrier.UNKNOWN, raw)).isEqualTo(moved(state));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOVEDAD|OTHER|true",
                "EN NOVEDAD|OTHER|true",
                "INTENTO DE ENTREGA|DELIVERY_ATTEMPT_FAILED|true",
                "REPROGRAMADO|RESCHEDULED|true",
                "RECHAZADO|REJECTED|true",
                "INDEMNIZADA|LOST|true",
                "EN PROCESO DE INDEMNIZACION|LOST|true",
                "NOVEDAD: DIRECCION ERRADA|BAD_ADDRESS|true",
                "Envío con novedad - destinatario ausente|RECIPIENT_UNAVAILABLE|true",
                "DIRECCION INCORRECTA|BAD_ADDRESS|true",
                "CLIENTE NO CONTESTA|BAD_PHONE|true",
                "NOVEDAD: CAJA MOJADA|OTHER|false",
                "NOVEDAD NO SOLUCIONADA|OTHER|true",
                "NO ENTREGADO|DELIVERY_ATTEMPT_FAILED|true",
                "no fue entregado|DELIVERY_ATTEMPT_FAILED|true",
                "No entregada: cliente ausente|RECIPIENT_UNAVAILABLE|true",
                "NO SE ENTREGO|DELIVERY_ATTEMPT_FAILED|true",
                "ENTREGA NO EXITOSA|DELIVERY_ATTEMPT_FAILED|true",
                "ENTREGA NO EFECTIVA|DELIVERY_ATTEMPT_FAILED|true",
                "ENTREGA FALLIDA|DELIVERY_ATTEMPT_FAILED|true",
                "NO CUMPLIDO|DELIVERY_ATTEMPT_FAILED|true",
                "NO SE PUDO ENTREGAR|DELIVERY_ATTEMPT_FAILED|true",
                "PENDIENTE DEVOLUCION|OTHER|false",
                "POSIBLE DEVOLUCION|OTHER|false",
                "NOTIFICACION DE DEVOLUCION|OTHER|false",
                "SOLICITUD DE DEVOLUCION|OTHER|false",
            })
    void aNovedadHoldsTheShipment(String raw, IssueReason reason, boolean recognised) {
        for (Carrier carrier : ALL) {
            assertThat(StatusDictionary.read(carrier, raw)).isEqualTo(new StatusMeaning.Held(reason, recognised));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOVEDAD SOLUCIONADA", "Novedad resuelta", "NOVEDAD GESTIONADA POR CLIENTE"})
    void anAnsweredNovedadIsNotOpen(String raw) {
        assertThat(StatusDictionary.read(Carrier.ENVIA, raw)).isEqualTo(new StatusMeaning.Answered());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENTREGADO A DESTINATARIO",
                "Entregado al cliente",
                "ENTREGADA EN PORTERIA",
                "Tu envío fue entregado",
                "SU PAQUETE HA SIDO ENTREGADO",
                "estadoActual ENTREGADO",
                "code 6: ENTREGADA",
                "ENTREGADO 12/03/2025 10:15",
                "ENTREGA EXITOSA AL CLIENTE",
            })
    void deliveredWithHarmlessWordsIsDelivered(String raw) {
        for (Carrier carrier : ALL) {
            assertThat(StatusDictionary.read(carrier, raw)).isEqualTo(moved(DELIVERED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEVUELTO AL REMITENTE",
                "ENTREGADO A REMITENTE",
                "Entregado al remitente",
                "EN DEVOLUCION AL REMITENTE",
                "NO ENTREGADO, DEVUELTO AL REMITENTE",
                "EN PROCESO DE DEVOLUCION",
                "Tu envío fue devuelto",
                "RETORNADO A ORIGEN",
                "EN RUTA DE DEVOLUCION",
                "code 8: devolución",
                "CANCELADO Y DEVUELTO",
            })
    void goingBackIsReturned(String raw) {
        for (Carrier carrier : ALL) {
            assertThat(StatusDictionary.read(carrier, raw)).isEqualTo(moved(RETURNED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELADO POR EL CLIENTE", "Pedido cancelado", "GUIA ANULADA", "Envío cancelado"})
    void calledOffIsCancelled(String raw) {
        for (Carrier carrier : ALL) {
            assertThat(StatusDictionary.read(carrier, raw)).isEqualTo(moved(CANCELLED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO DEVUELTO",
                "NO SE HA DEVUELTO",
                "SIN DEVOLUCION",
                "DEVOLUCION CANCELADA",
                "CANCELADA LA DEVOLUCION",
                "NO REQUIERE DEVOLUCION",
                "DEVOLUCION DE DINERO",
                "DEVUELTO A BODEGA",
                "RETORNO A CENTRO",
                "NO CANCELADO",
                "NO ANULADA",
                "FLETE CANCELADO",
                "VALOR CANCELADO",
                "AUN NO ENTREGADO",
                "TODAVIA NO SE HA ENTREGADO",
                "NUNCA ENTREGADO",
                "POR ENTREGAR",
                "PENDIENTE POR ENTREGAR",
                "ENTREGADO PARCIALMENTE",
                "PARCIALMENTE ENTREGADO",
                "ENTREGADO NO CONFORME",
                "ENTREGADO CON AVERIA",
                "INCUMPLIDO",
                "SIN NOVEDAD",
                "NO EN REPARTO",
                "EN REPARTO CANCELADO",
                "SIN ENTREGAR",
                "",
                "????",
            })
    void deniedOrContradictoryWordsTellNoState(String raw) {
        for (Carrier carrier : ALL) {
            assertThat(StatusDictionary.read(carrier, raw))
                    .as(carrier + " " + raw)
                    .isEqualTo(new StatusMeaning.Unknown(Folding.fold(raw)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COORDINADORA|En reparto hacia el barrio Laureles|OUT_FOR_DELIVERY",
                "COORDINADORA|LLEGADA A CENTRO LOGISTICO MEDELLIN|IN_TRANSIT",
                "SERVIENTREGA|EN RUTA HACIA CALI|IN_TRANSIT",
                "SERVIENTREGA|EN RUTA DE ENTREGA|OUT_FOR_DELIVERY",
                "COORDINADORA|EN RUTA HACIA CALI|OUT_FOR_DELIVERY",
                "SERVIENTREGA|IdProceso 9: En ruta|IN_TRANSIT",
                "SERVIENTREGA|IdProceso 6: Ingreso al centro logistico|IN_TRANSIT",
                "SERVIENTREGA|IdProceso 1: Guia generada|CREATED",
                "INTERRAPIDISIMO|IdEstadoGuia 1: Recibimos tu envío|PROCESSING",
                "INTERRAPIDISIMO|EN PROCESO DE ENTREGA|OUT_FOR_DELIVERY",
                "ENVIA|EN AGENCIA PASTO|IN_TRANSIT",
                "TCC|EN AGENCIA PASTO|IN_OFFICE",
                "INTERRAPIDISIMO|EN CENTRO LOGISTICO DESTINO|IN_TRANSIT",
            })
    void aKnownBeginningDecidesIfNothingAfterItContradicts(String carrier, String raw, ShipmentState state) {
        assertThat(StatusDictionary.read(new Carrier(carrier), raw)).isEqualTo(moved(state));
    }

    @Test
    void noPrefixOfDenialMakesAnEndOutOfAnything() {
        List<String> denials = List.of("NO ", "NO FUE ", "NO HA SIDO ", "NO SE HA ", "SIN ", "NUNCA ", "NO ESTA ");
        for (Carrier carrier : ALL) {
            for (String denial : denials) {
                for (String end : StatusTable.ends().keySet()) {
                    StatusMeaning meaning = StatusDictionary.read(carrier, denial + end);
                    assertThat(meaning).as(denial + end).isNotInstanceOf(StatusMeaning.Moved.class);
                }
            }
        }
    }

    @Test
    void theOfficeOfOneCarrierIsNotTheOther() {
        assertThat(StatusDictionary.read(Carrier.ENVIA, "EN AGENCIA")).isEqualTo(moved(IN_TRANSIT));
        assertThat(StatusDictionary.read(Carrier.TCC, "EN AGENCIA")).isEqualTo(moved(IN_OFFICE));
    }

    @Test
    void aTextOfAMegabyteIsReadAndNotRemembered() {
        assertThat(StatusDictionary.read(Carrier.TCC, "z".repeat(1_000_000)))
                .isEqualTo(new StatusMeaning.Unknown("Z".repeat(Folding.MAX_CHARACTERS)));
    }
}
