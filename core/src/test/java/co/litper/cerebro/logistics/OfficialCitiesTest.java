package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Holds the packaged cities and the finder against the official list of municipalities, where it is at hand. */
class OfficialCitiesTest {
    private final CityDirectory packaged = CityDirectory.packaged();

    @Test
    void everyOfficialNameWithItsDepartmentIsFoundAfterImport() throws IOException {
        CityDirectory imported = ((CityImport.Loaded) packaged.with(official())).directory();
        List<City> cities = officialCities();
        List<String> wrong = new ArrayList<>();
        for (City city : cities) {
            if (!imported.find(city.name(), city.department()).code().equals(city.code())) {
                wrong.add(city.code().code() + " " + city.name() + " as "
                        + imported.find(city.name(), city.department()).code().code());
            }
        }
        System.out.println("after import " + (cities.size() - wrong.size()) + " of " + cities.size()
                + " official names with department are found; not: " + wrong);
        assertThat(wrong).hasSizeLessThanOrEqualTo(cities.size() / 100);
    }

    @Test
    void withoutImportNoOfficialNameIsTakenForAnotherAndMostPeopleAreCovered() throws IOException {
        List<String> wrong = new ArrayList<>();
        long people = 0;
        long covered = 0;
        for (City city : officialCities()) {
            CityMatch match = packaged.find(city.name(), city.department());
            CityMatch nameOnly = packaged.find(city.name());
            people += city.population();
            covered += match.code().equals(city.code()) ? city.population() : 0;
            if (match.code().isKnown() && !match.code().equals(city.code())) {
                wrong.add(city.name() + " (" + city.department() + ") as "
                        + match.code().code());
            }
            if (nameOnly.code().isKnown() && !nameOnly.code().equals(city.code()) && !nameOnly.ambiguous()) {
                wrong.add(city.name() + " alone (" + city.department() + ") as "
                        + nameOnly.code().code());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "without import %d municipalities with %.2f %% of the people are found%n",
                packaged.cities().size(),
                100.0 * covered / people);
        assertThat(wrong).isEmpty();
        assertThat((double) covered / people).isGreaterThan(0.97);
    }

    @Test
    void packagedCodesPlacesAndPeopleAgreeWithTheOfficialOnes() throws IOException {
        for (City official : officialCities()) {
            packaged.city(official.code()).ifPresent(ours -> {
                double latitudeKm = 111 * Math.abs(ours.latitude() - official.latitude());
                double longitudeKm = 111 * Math.abs(ours.longitude() - official.longitude());
                assertThat(Math.hypot(latitudeKm, longitudeKm))
                        .as(ours.toString())
                        .isLessThan(12);
                assertThat((double) ours.population() / official.population())
                        .as(ours.toString())
                        .isBetween(0.5, 2.0);
            });
        }
    }

    private static List<City> officialCities() throws IOException {
        try (Reader in = official()) {
            List<City> cities = DivipolaReader.read(in).cities();
            assertThat(cities).hasSizeGreaterThan(1_100);
            return cities;
        }
    }

    private static Reader official() throws IOException {
        String root = System.getenv("CEREBRO_DATA");
        Path file = Path.of(root == null ? "." : root, "colombia", "municipios_co.csv");
        if (root == null || !Files.isReadable(file)) {
            String message = "no municipios_co.csv: set CEREBRO_DATA to the folder of public data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return Files.newBufferedReader(file);
    }
}
