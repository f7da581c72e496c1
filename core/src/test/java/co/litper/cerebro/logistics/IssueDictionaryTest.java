package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.vocabulary.IssueReason;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssueDictionaryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIRECCION ERRADA|BAD_ADDRESS",
                "Dirección incorrecta|BAD_ADDRESS",
                "DIRECCION NO EXISTE|BAD_ADDRESS",
                "NO UBICADO|BAD_ADDRESS",
                "BARRIO NO EXISTE|BAD_ADDRESS",
                "predio no existe|BAD_ADDRESS",
                "DESTINATARIO AUSENTE|RECIPIENT_UNAVAILABLE",
                "NO HAY QUIEN RECIBA|RECIPIENT_UNAVAILABLE",
                "CERRADO|RECIPIENT_UNAVAILABLE",
                "NO RECIBEN|RECIPIENT_UNAVAILABLE",
                "CLIENTE NO ENCONTRADO|RECIPIENT_UNAVAILABLE",
                "SIN DINERO|COD_ISSUE",
                "NO TIENE DINERO|COD_ISSUE",
                "FALTA RECAUDO|COD_ISSUE",
                "PAGO INCOMPLETO|COD_ISSUE",
                "TELEFONO ERRADO|BAD_PHONE",
                "Teléfono incorrecto|BAD_PHONE",
                "NO CONTESTA|BAD_PHONE",
                "APAGADO|BAD_PHONE",
                "FUERA DE SERVICIO|BAD_PHONE",
                "ZONA DE DIFICIL ACCESO|REMOTE_AREA",
                "ZONA RURAL|REMOTE_AREA",
                "NOVEDAD|OTHER",
                "CON NOVEDAD|OTHER",
                "PROBLEMA|OTHER",
                "PENDIENTE|OTHER",
                "RECHAZADO|REJECTED",
                "REHUSADO|REJECTED",
                "NO ACEPTADO|REJECTED",
                "AVERIA|DAMAGED",
                "DAÑADO|DAMAGED",
                "SINIESTRO|LOST",
                "PERDIDO|LOST",
                "EXTRAVIADO|LOST",
            })
    void theDomainTableHolds(String raw, IssueReason reason) {
        assertThat(IssueDictionary.read(raw)).isEqualTo(new IssueMeaning.Recognised(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Novedad: dirección errada, falta número de casa|BAD_ADDRESS",
                "NO SE PUDO ENTREGAR. DIRECCION ERRADA|BAD_ADDRESS",
                "NO ENTREGADO DIRECCION ERRADA|BAD_ADDRESS",
                "PRIMER INTENTO: CLIENTE NO CONTESTA|BAD_PHONE",
                "Segundo intento, casa cerrada|RECIPIENT_UNAVAILABLE",
                "CLIENTE AUSENTE REPROGRAMAR ENTREGA|RECIPIENT_UNAVAILABLE",
                "el cliente se rehúsa a recibir el pedido|REJECTED",
                "YA NO LO QUIERE|REJECTED",
                "CLIENTE CANCELÓ EL PEDIDO|REJECTED",
                "no se logra contacto con el cliente|BAD_PHONE",
                "VIA EN MAL ESTADO|WEATHER",
                "EMPAQUE EN MAL ESTADO|DAMAGED",
                "DERRUMBE EN LA VIA|WEATHER",
                "PROBLEMAS DE ORDEN PÚBLICO EN EL SECTOR|SECURITY",
                "ENTREGA REPROGRAMADA|RESCHEDULED",
                "CLIENTE SOLICITA CAMBIO DE FECHA|RESCHEDULED",
                "INTENTO DE ENTREGA FALLIDO|DELIVERY_ATTEMPT_FAILED",
                "FALTAN DOCUMENTOS|DOCUMENTATION",
                "PENDIENTE DE PAGO|PAYMENT_PENDING",
                "FUERA DE COBERTURA|REMOTE_AREA",
                "MERCANCÍA AVERIADA|DAMAGED",
                "DESTINATARIOS AUSENTES NO HAY NADIE|RECIPIENT_UNAVAILABLE",
            })
    void aReasonIsFoundWithinASentenceAndTellsMoreThanAFailedAttempt(String raw, IssueReason reason) {
        assertThat(IssueDictionary.read(raw)).isEqualTo(new IssueMeaning.Recognised(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "SIN NOVEDAD", "sin novedades", "N/A", "Ninguna", "No aplica", "null"})
    void sayingNothingIsNoIssue(String raw) {
        assertThat(IssueDictionary.read(raw)).isEqualTo(new IssueMeaning.NoIssue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIN AVERIA",
                "NO PRESENTA AVERIA",
                "NO FUE RECHAZADO",
                "no ha sido rechazado",
                "NO SE HA PERDIDO",
                "LLAMAR ANTES",
                "xyz",
            })
    void deniedOrUnknownWordsNameNoReason(String raw) {
        assertThat(IssueDictionary.read(raw)).isEqualTo(new IssueMeaning.Unrecognised(Folding.fold(raw)));
    }

    @Test
    void everyReasonHasWordsAndEveryPhraseReadsAsItsOwnReason() {
        Map<String, IssueReason> all = new LinkedHashMap<>(IssueTable.vaguePhrases());
        all.putAll(IssueTable.phrases());
        all.putAll(IssueTable.wholeTexts());
        Set<IssueReason> reasons = EnumSet.noneOf(IssueReason.class);
        all.forEach((phrase, reason) -> {
            assertThat(IssueDictionary.read(phrase)).as(phrase).isEqualTo(new IssueMeaning.Recognised(reason));
            reasons.add(reason);
        });
        assertThat(reasons).containsExactlyInAnyOrder(IssueReason.values());
    }

    @Test
    void aTextOfAMegabyteIsReadAndNotRemembered() {
        assertThat(IssueDictionary.read("direccion errada " + "x".repeat(1_000_000)))
                .isEqualTo(new IssueMeaning.Recognised(IssueReason.BAD_ADDRESS));
    }

    @Test
    void priorsAreThoseOfTheSourceAndSayWhereItIsSilent() {
        assertThat(RescuePriors.of(IssueReason.BAD_ADDRESS)).isEqualTo(0.90);
        assertThat(RescuePriors.of(IssueReason.RECIPIENT_UNAVAILABLE)).isEqualTo(0.825);
        assertThat(RescuePriors.of(IssueReason.LOST)).isEqualTo(0.20);
        assertThat(RescuePriors.isPublished(IssueReason.LOST)).isTrue();
        assertThat(RescuePriors.isPublished(IssueReason.WEATHER)).isFalse();
        assertThat(RescuePriors.of(IssueReason.WEATHER)).isEqualTo(RescuePriors.of(IssueReason.OTHER));
    }
}
