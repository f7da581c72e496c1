package co.litper.cerebro.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.dropi.Tariff;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.TariffState;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TariffMappingTest {
    private static final long USUAL = 12_000;
    private static final long USUAL_BACK = 11_000;
    private final TariffMapping mapping = new TariffMapping(CityDirectory.packaged(), USUAL, USUAL_BACK);

    private static Tariff row(String city, String dane, String department, OptionalLong out, OptionalLong back) {
        return new Tariff(
                "Envia Colvanes", city, dane, department, out, back, OptionalLong.of(3), true, Optional.empty());
    }

    private List<TariffMapping.Entry> entries(Tariff row) {
        assertThat(mapping.map(row)).isInstanceOf(TariffMapping.Entries.class);
        return ((TariffMapping.Entries) mapping.map(row)).entries();
    }

    @Test
    void aCitysRowBecomesTheSettingOfCarrierAndCity() {
        var entries = entries(row("Cali", "", "Valle del Cauca", OptionalLong.of(9_500), OptionalLong.of(7_000)));

        assertThat(entries)
                .containsExactly(new TariffMapping.Entry(
                        Carrier.ENVIA, new CityCode("76001"), new TariffState.Tariff(9_500, 7_000, 3, true, true)));
        assertThat(entries.getFirst().event().key()).isEqualTo("tariff.ENVIA.76001");
        assertThat(TariffState.Tariff.ofSetting(entries.getFirst().event().value()))
                .isEqualTo(entries.getFirst().tariff());
    }

    @Test
    void theDaneCodeSpeaksBeforeTheName() {
        assertThat(entries(row("Cali", "05001", "", OptionalLong.of(1), OptionalLong.of(1)))
                        .getFirst()
                        .city())
                .isEqualTo(new CityCode("05001"));
    }

    @Test
    void aDepartmentAloneStandsForEachOfItsCities() {
        var entries = entries(row("", "", "valle del cauca", OptionalLong.of(9_500), OptionalLong.empty()));

        assertThat(entries)
                .hasSizeGreaterThan(10)
                .allMatch(e -> e.city().department().equals("76"));
    }

    @Test
    void whatIsNotToldIsTheFreightOutAndElseTheUsual() {
        OptionalLong untold = OptionalLong.empty();
        var likeOut =
                entries(row("Cali", "", "", OptionalLong.of(9_500), untold)).getFirst();
        var usual = entries(row("Cali", "", "", untold, untold)).getFirst();

        assertThat(likeOut.tariff().returnFreightCop()).isEqualTo(9_500);
        assertThat(usual.tariff().freightCop()).isEqualTo(USUAL);
        assertThat(usual.tariff().returnFreightCop()).isEqualTo(USUAL_BACK);
    }

    @Test
    void aPlaceThatNobodyKnowsIsToldAndNotSilentlyLost() {
        for (Tariff row : List.of(
                row("Atlantis Sur", "", "", OptionalLong.of(1), OptionalLong.of(1)),
                row("", "", "Lemuria", OptionalLong.of(1), OptionalLong.of(1)))) {
            assertThat(mapping.map(row))
                    .isInstanceOfSatisfying(
                            TariffMapping.NoPlace.class,
                            no -> assertThat(no.reason())
                                    .contains(row.city() + row.department())
                                    .contains("Maybe"));
        }
    }
}
