package co.litper.cerebro.adapters.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColombianHolidaysTest {
    private final ColombianHolidays calendar = new ColombianHolidays();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-12",
                "2026-03-23",
                "2026-04-02",
                "2026-04-03",
                "2026-05-01",
                "2026-05-18",
                "2026-06-08",
                "2026-06-15",
                "2026-06-29",
                "2026-07-13",
                "2026-07-20",
                "2026-08-07",
                "2026-08-17",
                "2026-10-12",
                "2026-11-02",
                "2026-11-16",
                "2026-12-08",
                "2026-12-25",
            })
    void theHolidaysOf2026AreKnown(LocalDate date) {
        assertThat(calendar.isHoliday(date)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-07-14", "2026-01-06", "2026-03-19", "2026-03-30", "2026-04-01", "2026-06-11", "2026-10-13"
            })
    void daysFromWhichAHolidayWasMovedAreNot(LocalDate date) {
        assertThat(calendar.isHoliday(date)).isFalse();
    }

    @Test
    void manyYearsAreAnsweredAlikeHoweverOften() {
        for (int round = 0; round < 2; round++) {
            for (int year = 1990; year < 2090; year++) {
                assertThat(calendar.isHoliday(LocalDate.of(year, 12, 25))).isTrue();
                assertThat(calendar.isHoliday(LocalDate.of(year, 12, 24))).isFalse();
            }
        }
    }

    @Test
    void everyDayOfACenturyIsAnsweredAsJollydayAnswersIt() {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create("co"));
        for (int year = 1984; year < 2084; year++) {
            TreeSet<LocalDate> expected = jollyday.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY).stream()
                    .map(Holiday::getDate)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(ours(year)).as("year " + year).isEqualTo(expected);
        }
    }

    private TreeSet<LocalDate> ours(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isHoliday)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025})
    void aPublishedListOfTheYearAgrees(int year) throws IOException {
        JsonNode days = new ObjectMapper().readTree(Files.readString(published("holidays-" + year + ".json")));
        TreeSet<LocalDate> expected = new TreeSet<>();
        for (JsonNode day : days) {
            if (day.get("type").asText().equals("public")) {
                expected.add(LocalDate.parse(day.get("date").asText().substring(0, 10)));
            }
        }
        assertThat(expected).hasSizeGreaterThanOrEqualTo(18);
        assertThat(ours(year)).isEqualTo(expected);
    }

    private static Path published(String name) {
        String root = System.getenv("CEREBRO_DATA");
        Path file = Path.of(root == null ? "." : root, "colombia", name);
        if (root == null || !Files.isReadable(file)) {
            String message = "no " + name + ": set CEREBRO_DATA to the folder of public data";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return file;
    }
}
