package co.litper.cerebro.server.read;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
    private static final MerchantId MERCHANT = new MerchantId("tienda");
    private static final String PHONE = "3001234567";

    private final InMemoryVault vault = InMemoryVault.withRandomSecret();
    private final PersonRef ana = vault.refer(MERCHANT, PHONE);
    private final SearchText search = new SearchText(vault);

    @BeforeEach
    void putAna() {
        vault.put(Map.of(ana, new Person("Ana Peña", PHONE, "", "", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3001234567", "+57 300 123 4567", "573001234567", "300-123-45-67"})
    void aPhoneIsUnderstoodHoweverItIsWritten(String text) {
        assertThat(search.read(MERCHANT, text).customers()).contains(List.of(ana));
    }

    @Test
    void anotherNumberIsAGuideOrAnOrder() {
        assertThat(search.read(MERCHANT, "240000").number()).isEqualTo("240000");
        assertThat(search.read(MERCHANT, "p1234").number()).isEqualTo("P1234");
    }

    @Test
    void carrierCityAndStateAreUnderstoodInAnyOrder() {
        for (String text : List.of("tcc bogota entregado", "Entregado BOGOTÁ TCC", "delivered tcc bogotá")) {
            ParcelFilter filter = search.read(MERCHANT, text);
            assertThat(filter.carrier()).contains(Carrier.TCC);
            assertThat(filter.city()).contains(new CityCode("11001"));
            assertThat(filter.state()).contains(ShipmentState.DELIVERED);
            assertThat(filter.customers()).isEmpty();
        }
    }

    @Test
    void namesOfSeveralWordsAreTakenWhole() {
        ParcelFilter filter = search.read(MERCHANT, "inter rapidisimo santa marta");

        assertThat(filter.carrier()).contains(Carrier.INTERRAPIDISIMO);
        assertThat(filter.city()).contains(new CityCode("47001"));
    }

    @Test
    void whatIsNothingElseIsAName() {
        ParcelFilter filter = search.read(MERCHANT, "ana peña envía");

        assertThat(filter.customers()).contains(List.of(ana));
        assertThat(filter.carrier()).contains(Carrier.ENVIA);
        assertThat(search.read(MERCHANT, "xavier").customers()).contains(List.of());
    }

    @Test
    void nothingWrittenMeansAllShipments() {
        assertThat(search.read(MERCHANT, " ")).isEqualTo(ParcelFilter.of(MERCHANT));
        assertThat(search.read(MERCHANT, "x".repeat(100_000)).customers()).isEqualTo(Optional.of(List.of()));
        assertThat(search.read(MERCHANT, "7".repeat(100_000)).number()).hasSize(ParcelFilter.LONGEST_NUMBER);
    }
}
