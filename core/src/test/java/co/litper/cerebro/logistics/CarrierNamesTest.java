package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.vocabulary.Carrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Inter Rapidísimo S.A., INTERRAPIDISIMO",
        "INTERRAPIDISIMO, INTERRAPIDISIMO",
        "inter_rapidisimo, INTERRAPIDISIMO",
        "Interrapidismo, INTERRAPIDISIMO",
        "INTER, INTERRAPIDISIMO",
        "Envia Colvanes, ENVIA",
        "ENVÍA, ENVIA",
        "Colvanes S.A.S., ENVIA",
        "COORDINADORA MERCANTIL S.A, COORDINADORA",
        "Transportadora Coordinadora, COORDINADORA",
        "Cordinadora, COORDINADORA",
        "tcc s.a.s, TCC",
        "SERVIENTREGA S.A., SERVIENTREGA",
        "Servi entrega, SERVIENTREGA",
        "servientega, SERVIENTREGA",
        "99 minutos, 99_MINUTOS",
        "99MINUTOS COLOMBIA SAS, 99_MINUTOS",
        "Domina Entrega Total S.A.S, DOMINA",
        "veloces, VELOCES",
        "Avianca Deprisa, DEPRISA",
    })
    void theUsualSpellingsAreKnown(String raw, String code) {
        assertThat(CarrierNames.read(raw)).isEqualTo(new Carrier(code));
    }

    @ParameterizedTest
    @CsvSource({
        "Mensajeros Urbanos S.A.S., MENSAJEROS_URBANOS",
        "Envia Todo, ENVIA_TODO",
        "Interlogistica, INTERLOGISTICA",
        "TCCX, TCCX",
        "S.A., S",
    })
    void anUnknownCarrierKeepsItsFoldedName(String raw, String code) {
        assertThat(CarrierNames.read(raw)).isEqualTo(new Carrier(code));
    }

    @Test
    void noNameIsNoCarrier() {
        assertThat(CarrierNames.read("")).isEqualTo(Carrier.UNKNOWN);
        assertThat(CarrierNames.read(" - ")).isEqualTo(Carrier.UNKNOWN);
    }

    @Test
    void aNameOfAnyLengthBecomesACode() {
        assertThat(CarrierNames.read("z".repeat(1_000_000)).code()).isEqualTo("Z".repeat(40));
    }
}
