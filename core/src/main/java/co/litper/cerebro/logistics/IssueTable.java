package co.litper.cerebro.logistics;

import static co.litper.cerebro.vocabulary.IssueReason.BAD_ADDRESS;
import static co.litper.cerebro.vocabulary.IssueReason.BAD_PHONE;
import static co.litper.cerebro.vocabulary.IssueReason.COD_ISSUE;
import static co.litper.cerebro.vocabulary.IssueReason.DAMAGED;
import static co.litper.cerebro.vocabulary.IssueReason.DELIVERY_ATTEMPT_FAILED;
import static co.litper.cerebro.vocabulary.IssueReason.DOCUMENTATION;
import static co.litper.cerebro.vocabulary.IssueReason.LOST;
import static co.litper.cerebro.vocabulary.IssueReason.OTHER;
import static co.litper.cerebro.vocabulary.IssueReason.PAYMENT_PENDING;
import static co.litper.cerebro.vocabulary.IssueReason.RECIPIENT_UNAVAILABLE;
import static co.litper.cerebro.vocabulary.IssueReason.REJECTED;
import static co.litper.cerebro.vocabulary.IssueReason.REMOTE_AREA;
import static co.litper.cerebro.vocabulary.IssueReason.RESCHEDULED;
import static co.litper.cerebro.vocabulary.IssueReason.SECURITY;
import static co.litper.cerebro.vocabulary.IssueReason.WEATHER;

import co.litper.cerebro.vocabulary.IssueReason;
import java.util.LinkedHashMap;
import java.util.Map;

/** The wordings of novedades. The first of each reason are those of the product's domain notes, the others common. */
final class IssueTable {
    private IssueTable() {}

    static Map<String, IssueReason> phrases() {
        Map<String, IssueReason> table = new LinkedHashMap<>();
        address(table);
        recipient(table);
        rejection(table);
        phone(table);
        money(table);
        goods(table);
        journey(table);
        return table;
    }

    /** What says that it was not delivered, or when it will be, but not why; any other reason comes before these. */
    static Map<String, IssueReason> vaguePhrases() {
        Map<String, IssueReason> table = new LinkedHashMap<>();
        notDelivered(table);
        return table;
    }

    /** Too common within other sentences to mean anything there. */
    static Map<String, IssueReason> wholeTexts() {
        Map<String, IssueReason> table = new LinkedHashMap<>();
        put(table, OTHER, """
                NOVEDAD, CON NOVEDAD, EN NOVEDAD, ENVIO CON NOVEDAD, PROBLEMA, PENDIENTE,
                INCIDENCIA, CON PROBLEMA, OTRO, OTRA, OTROS, OTRA NOVEDAD, INCIDENTE
                """);
        put(table, RECIPIENT_UNAVAILABLE, """
                CERRADO, AUSENTE, NO ESTABA, NO ESTA, NO SE ENCUENTRA
                """);
        put(table, BAD_ADDRESS, """
                DIRECCION, NO EXISTE
                """);
        put(table, DAMAGED, """
                ROTO
                """);
        put(table, REMOTE_AREA, """
                VEREDA, RURAL
                """);
        put(table, SECURITY, """
                ROBO
                """);
        put(table, WEATHER, """
                LLUVIA, CLIMA
                """);
        put(table, PAYMENT_PENDING, """
                CARTERA
                """);
        return table;
    }

    private static void address(Map<String, IssueReason> table) {
        put(table, BAD_ADDRESS, """
                DIRECCION ERRADA, DIRECCION INCORRECTA, DIRECCION NO EXISTE, NO UBICADO, BARRIO
                NO EXISTE, PREDIO NO EXISTE
                """);
        put(table, BAD_ADDRESS, """
                DIRECCION ERRONEA, DIRECCION INCOMPLETA, DIRECCION EQUIVOCADA, DIRECCION
                DEFICIENTE, DIRECCION INEXISTENTE, DIRECCION NO CORRESPONDE, DIRECCION NO
                ENCONTRADA, DIRECCION NO UBICADA, DIRECCION NO LOCALIZADA, DIRECCION ILEGIBLE,
                DIRECCION INSUFICIENTE, DIRECCION CON DATOS INCOMPLETOS, ERROR EN DIRECCION,
                ERROR EN LA DIRECCION, ERROR DE DIRECCION, FALTA DIRECCION, FALTA NOMENCLATURA,
                SIN NOMENCLATURA, NOMENCLATURA NO EXISTE, NOMENCLATURA ERRADA, NO SE UBICA
                DIRECCION, NO SE UBICA LA DIRECCION, NO SE UBICA, NO SE ENCUENTRA DIRECCION, NO
                SE ENCUENTRA LA DIRECCION, NO SE LOCALIZA DIRECCION, NO EXISTE DIRECCION, NO
                EXISTE LA DIRECCION, NO EXISTE NUMERO, NUMERO NO EXISTE, NO EXISTE PREDIO, NO
                EXISTE BARRIO, CASA NO EXISTE, CONJUNTO NO EXISTE, EDIFICIO NO EXISTE, CALLE NO
                EXISTE, CIUDAD ERRADA, DESTINO ERRADO, CIUDAD NO CORRESPONDE, CAMBIO DE
                DIRECCION, CAMBIO DE DOMICILIO, CLIENTE SE TRASLADO, DESTINATARIO SE TRASLADO,
                SE TRASLADO DE DIRECCION, YA NO VIVE, NO VIVE, NO RESIDE, DATOS INCOMPLETOS,
                FALTAN DATOS, NO ES LA DIRECCION, FALTA APARTAMENTO, FALTA NUMERO DE
                APARTAMENTO, FALTA NUMERO DE CASA, WRONG ADDRESS
                """);
    }

    private static void recipient(Map<String, IssueReason> table) {
        put(table, RECIPIENT_UNAVAILABLE, """
                DESTINATARIO AUSENTE, NO HAY QUIEN RECIBA, NO RECIBEN, CLIENTE NO ENCONTRADO
                """);
        put(table, RECIPIENT_UNAVAILABLE, """
                CLIENTE AUSENTE, TITULAR AUSENTE, AUSENCIA DEL DESTINATARIO, AUSENCIA DE
                DESTINATARIO, AUSENCIA DEL CLIENTE, DESTINATARIO NO ENCONTRADO, DESTINATARIO NO
                SE ENCUENTRA, DESTINATARIO NO SE ENCONTRABA, CLIENTE NO SE ENCUENTRA, CLIENTE NO
                SE ENCONTRABA, CLIENTE NO ESTA, CLIENTE NO ESTABA, DESTINATARIO NO ESTA, NO SE
                ENCUENTRA DESTINATARIO, NO SE ENCUENTRA EL DESTINATARIO, NO SE ENCUENTRA EL
                CLIENTE, NO SE ENCUENTRA CLIENTE, NO SE ENCUENTRA NADIE, NO SE ENCONTRO A NADIE,
                NADIE EN CASA, NO HAY NADIE, NADIE ATIENDE, NADIE RECIBE, NO ABREN, NO ATIENDEN,
                NO SALE NADIE, NO HABIA QUIEN RECIBIERA, NO HAY QUIEN RECIBE, NO HAY PERSONA QUE
                RECIBA, NO HAY RECEPTOR, INMUEBLE CERRADO, PREDIO CERRADO, CASA CERRADA, LOCAL
                CERRADO, ESTABLECIMIENTO CERRADO, OFICINA CERRADA, NEGOCIO CERRADO, LUGAR
                CERRADO, SITIO CERRADO, ESTA CERRADO, ENCUENTRA CERRADO, TODO CERRADO, DOMICILIO
                CERRADO, CERRADO PRIMERA VEZ, CERRADO SEGUNDA VEZ, RESIDENTE AUSENTE,
                DESTINATARIO DE VIAJE, CLIENTE DE VIAJE, CLIENTE FUERA DE LA CIUDAD, FUERA DE
                HORARIO, DESCONOCIDO, DESTINATARIO DESCONOCIDO, NO CONOCEN AL DESTINATARIO, NO
                CONOCEN DESTINATARIO, NO LO CONOCEN, NO RECIBEN EN PORTERIA, PORTERIA NO RECIBE,
                DESTINATARIO FALLECIDO
                """);
    }

    private static void rejection(Map<String, IssueReason> table) {
        put(table, REJECTED, """
                RECHAZADO, REHUSADO, NO ACEPTADO
                """);
        put(table, REJECTED, """
                RECHAZA, RECHAZO, RECHAZAN, REHUSA, REHUSAN, REHUSE, SE REHUSA A RECIBIR, SE
                NIEGA A RECIBIR, SE NIEGAN A RECIBIR, NO ACEPTA, NO ACEPTAN, NO QUIERE RECIBIR,
                NO QUIERE EL PRODUCTO, NO QUIERE EL PEDIDO, NO LO QUIERE, YA NO QUIERE, YA NO LO
                QUIERE, NO DESEA RECIBIR, NO DESEA EL PRODUCTO, NO DESEA EL PEDIDO, NO DESEA, NO
                LE INTERESA, NO ESTA INTERESADO, NO INTERESADO, DESISTE, DESISTIO, DESISTE DE LA
                COMPRA, CLIENTE DESISTE, DESISTIMIENTO, CLIENTE CANCELA, CLIENTE CANCELO,
                CANCELA EL PEDIDO, CANCELA PEDIDO, CANCELO EL PEDIDO, CLIENTE CANCELO EL PEDIDO,
                PEDIDO CANCELADO POR CLIENTE, NO PIDIO, NO HIZO PEDIDO, NO REALIZO PEDIDO, NO
                REALIZO EL PEDIDO, NO SOLICITO, NO SOLICITO EL PRODUCTO, NO HA PEDIDO NADA, NO
                RECIBE EL PEDIDO, NO RECIBE PEDIDO, CLIENTE NO RECIBE, DESTINATARIO NO RECIBE,
                PEDIDO DUPLICADO, PEDIDO REPETIDO
                """);
    }

    private static void phone(Map<String, IssueReason> table) {
        put(table, BAD_PHONE, """
                TELEFONO ERRADO, TELEFONO INCORRECTO, NO CONTESTA, APAGADO, FUERA DE SERVICIO
                """);
        put(table, BAD_PHONE, """
                TELEFONO ERRONEO, TELEFONO EQUIVOCADO, TELEFONO NO CORRESPONDE, TELEFONO NO
                EXISTE, TELEFONO FUERA DE SERVICIO, TELEFONO APAGADO, TELEFONO INACTIVO, CELULAR
                APAGADO, CELULAR ERRADO, CELULAR EQUIVOCADO, NUMERO EQUIVOCADO, NUMERO ERRADO,
                NUMERO INCORRECTO, NUMERO DE TELEFONO ERRADO, NUMERO DE TELEFONO INCORRECTO,
                NUMERO NO CORRESPONDE, NO CONTESTA TELEFONO, NO CONTESTA EL TELEFONO, NO
                CONTESTAN, CLIENTE NO CONTESTA, DESTINATARIO NO CONTESTA, NO RESPONDE, NO
                RESPONDEN, NO RESPONDE LLAMADAS, NO RESPONDE EL TELEFONO, NO ATIENDE LLAMADAS,
                NO ATIENDE EL TELEFONO, BUZON DE VOZ, VA A BUZON, CORREO DE VOZ, SIN TELEFONO,
                FALTA TELEFONO, NO TIENE TELEFONO, NO HAY COMUNICACION, SIN COMUNICACION, SIN
                CONTACTO CON EL CLIENTE, NO SE LOGRA COMUNICACION, NO SE LOGRO COMUNICACION, NO
                SE LOGRA CONTACTAR, NO SE LOGRA CONTACTO, NO SE LOGRO CONTACTO, IMPOSIBLE
                CONTACTAR, NO FUE POSIBLE CONTACTAR, NO FUE POSIBLE COMUNICARSE
                """);
    }

    private static void money(Map<String, IssueReason> table) {
        put(table, COD_ISSUE, """
                SIN DINERO, NO TIENE DINERO, FALTA RECAUDO, PAGO INCOMPLETO
                """);
        put(table, COD_ISSUE, """
                NO TIENE EL DINERO, NO TIENE PLATA, NO CUENTA CON EL DINERO, NO CUENTA CON
                DINERO, NO TENIA DINERO, NO TENIA EL DINERO, NO DISPONE DEL DINERO, NO DISPONE
                DE DINERO, NO HAY DINERO, SIN EL DINERO, SIN EFECTIVO, NO TIENE EFECTIVO, DINERO
                INCOMPLETO, NO CANCELA RECAUDO, NO PAGA RECAUDO, NO CANCELA EL VALOR, NO PAGA,
                VALOR A RECAUDAR ERRADO, VALOR ERRADO, VALOR NO CORRESPONDE, VALOR DE RECAUDO
                ERRADO, VALOR DEL RECAUDO NO CORRESPONDE, NO ESTA DE ACUERDO CON EL VALOR, NO
                ACEPTA EL VALOR, INCONSISTENCIA EN RECAUDO, RECAUDO INCOMPLETO, PROBLEMA CON EL
                RECAUDO, PROBLEMA DE RECAUDO
                """);
        put(table, PAYMENT_PENDING, """
                PENDIENTE DE PAGO, PENDIENTE POR PAGO, PAGO PENDIENTE, FLETE PENDIENTE,
                PENDIENTE PAGO, PENDIENTE PAGO DE FLETE, FLETE NO PAGADO, FLETE SIN PAGAR,
                PENDIENTE CONSIGNACION, BLOQUEADO POR CARTERA, RETENIDO POR CARTERA, RETENIDO
                POR PAGO, PENDIENTE PAGO DE IMPUESTOS
                """);
    }

    private static void goods(Map<String, IssueReason> table) {
        put(table, DAMAGED, """
                AVERIA, DAÑADO
                """);
        put(table, DAMAGED, """
                AVERIADO, AVERIAS, CON AVERIA, EMPAQUE ROTO, EMPAQUE DAÑADO, EMPAQUE ABIERTO,
                MAL ESTADO, MERCANCIA ROTA, PRODUCTO ROTO, PRODUCTO DEFECTUOSO, MERCANCIA
                DERRAMADA, DETERIORADO, SAQUEADO, DAÑO EN MERCANCIA, DAÑO EN LA MERCANCIA
                """);
        put(table, LOST, """
                SINIESTRO, PERDIDO, EXTRAVIADO
                """);
        put(table, LOST, """
                SINIESTRADO, PERDIDA DE LA MERCANCIA, PERDIDA DE MERCANCIA, EXTRAVIO, HURTO,
                HURTADO, ROBADO, MERCANCIA NO ENCONTRADA, PAQUETE NO ENCONTRADO, ENVIO NO
                ENCONTRADO, ENVIO NO LOCALIZADO, MERCANCIA FALTANTE, FALTANTE, NO SE ENCUENTRA
                EL PAQUETE, NO SE ENCUENTRA LA MERCANCIA, INDEMNIZACION, INDEMNIZADO
                """);
        put(table, DOCUMENTATION, """
                FALTA DOCUMENTACION, FALTAN DOCUMENTOS, SIN DOCUMENTOS, FALTA DE DOCUMENTOS,
                FALTA DOCUMENTO, DOCUMENTACION INCOMPLETA, DOCUMENTOS INCOMPLETOS, SIN
                IDENTIFICACION, NO PRESENTA IDENTIFICACION, NO PRESENTA DOCUMENTO, FALTA CEDULA,
                SIN FACTURA, FALTA FACTURA, SIN GUIA, SIN ROTULO, FALTA REMISION, FALTA ORDEN DE
                COMPRA, FALTA CITA, PROBLEMA DE DOCUMENTACION
                """);
    }

    private static void journey(Map<String, IssueReason> table) {
        put(table, REMOTE_AREA, """
                ZONA DE DIFICIL ACCESO, ZONA RURAL
                """);
        put(table, REMOTE_AREA, """
                DIFICIL ACCESO, ZONA LEJANA, ZONA APARTADA, AREA RURAL, SECTOR RURAL, FUERA DE
                COBERTURA, SIN COBERTURA, NO HAY COBERTURA, ZONA SIN COBERTURA, NO TIENE
                COBERTURA, FUERA DE PERIMETRO, FUERA DEL PERIMETRO URBANO, FUERA DE ZONA, FUERA
                DE RUTA, TRAYECTO ESPECIAL, DESTINO NO CUBIERTO, EN VEREDA
                """);
        put(table, SECURITY, """
                ZONA ROJA, ZONA PELIGROSA, ZONA DE ALTO RIESGO, ZONA INSEGURA, INSEGURIDAD,
                ORDEN PUBLICO, PROBLEMAS DE ORDEN PUBLICO, ALTERACION DE ORDEN PUBLICO, SECTOR
                PELIGROSO, RIESGO DE SEGURIDAD, PARO ARMADO, AMENAZA, AMENAZAS, INTENTO DE ROBO
                """);
        put(table, WEATHER, """
                CONDICIONES CLIMATICAS, CONDICION CLIMATICA, MAL CLIMA, FUERTES LLUVIAS, POR
                LLUVIA, POR LLUVIAS, OLA INVERNAL, INUNDACION, DERRUMBE, DERRUMBES,
                DESLIZAMIENTO, VIA CERRADA, CIERRE DE VIA, CIERRE VIAL, CIERRE DE LA VIA, VIA
                BLOQUEADA, VIA EN MAL ESTADO, FENOMENO NATURAL, FUERZA MAYOR
                """);
    }

    private static void notDelivered(Map<String, IssueReason> table) {
        put(table, RESCHEDULED, """
                REPROGRAMADO, REPROGRAMACION, ENTREGA REPROGRAMADA, REPROGRAMAR, REPROGRAMAR
                ENTREGA, REPROGRAMA, APLAZADO, APLAZA, APLAZAR, POSPUESTO, SOLICITA CAMBIO DE
                FECHA, CAMBIO DE FECHA, SOLICITA ENTREGA OTRO DIA, ENTREGAR OTRO DIA, PIDE OTRO
                DIA, RECIBE OTRO DIA, SOLICITA NUEVA FECHA, NUEVA FECHA DE ENTREGA, ENTREGA EN
                FECHA POSTERIOR, CLIENTE SOLICITA APLAZAR, AGENDADO PARA OTRO DIA
                """);
        put(table, DELIVERY_ATTEMPT_FAILED, """
                INTENTO DE ENTREGA, INTENTO FALLIDO, INTENTO DE ENTREGA FALLIDO, ENTREGA
                FALLIDA, ENTREGA NO EXITOSA, ENTREGA NO EFECTIVA, ENTREGA NO REALIZADA, ENTREGA
                NO LOGRADA, NO ENTREGADO, NO FUE ENTREGADO, NO SE ENTREGO, NO SE ENTREGA, NO SE
                PUDO ENTREGAR, NO SE LOGRO ENTREGAR, NO SE LOGRA ENTREGAR, NO SE LOGRO LA
                ENTREGA, NO SE LOGRO ENTREGA, NO SE LOGRA ENTREGA, NO FUE POSIBLE ENTREGAR, NO
                FUE POSIBLE LA ENTREGA, NO FUE POSIBLE REALIZAR LA ENTREGA, IMPOSIBLE ENTREGAR,
                IMPOSIBLE ENTREGA, NO CUMPLIDO, PRIMER INTENTO, SEGUNDO INTENTO, TERCER INTENTO,
                VISITA FALLIDA, VISITA NO EFECTIVA, NO ALCANZO A ENTREGAR, NO VISITADO, FALTA DE
                TIEMPO, NO SALIO A REPARTO, NO HA SIDO ENTREGADO, NO SE HA ENTREGADO, NO PUDO
                SER ENTREGADO, NO FUE EFECTIVA LA ENTREGA
                """);
    }

    /** @param phrases separated by commas, over any number of lines */
    private static void put(Map<String, IssueReason> table, IssueReason reason, String phrases) {
        for (String phrase : phrases.strip().replace('\n', ' ').split(", ", -1)) {
            table.put(phrase, reason);
        }
    }
}
