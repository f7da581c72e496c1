package co.litper.cerebro.server.livedemo;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.simulator.report.Chronicle.Day;
import co.litper.cerebro.vocabulary.Carrier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DetourTest {
    private static final LocalDate BROKEN = LocalDate.parse("2026-03-10");

    private static List<Day> days(int from, int to, int its, int others) {
        List<Day> days = new ArrayList<>();
        for (int day = from; day < to; day++) {
            days.add(new Day(BROKEN.plusDays(day), new TreeMap<>(Map.of(Carrier.ENVIA, its, Carrier.TCC, others))));
        }
        return days;
    }

    @Test
    void aCarrierIsHalvedInTheMiddleOfTheFirstWeekInWhichItHadHalfItsShare() {
        List<Day> days = days(-14, 5, 4, 6);
        days.addAll(days(5, 20, 1, 9));

        Detour detour = Detour.of(days, Carrier.ENVIA, BROKEN);

        assertThat(detour.before()).isEqualTo(0.4);
        assertThat(detour.after()).isEqualTo(0.1);
        // Days 3 to 9: two of 4 in 10 and five of 1 in 10 are 13 of 70.
        assertThat(detour.halvedAfter()).hasValue(6);
    }

    @Test
    void aCarrierThatKeepsItsShareIsNotHalvedAndDaysBeforeTheBreakDoNotCountAfterIt() {
        List<Day> days = days(-7, 0, 1, 9);
        days.addAll(days(0, 2, 5, 5));

        Detour detour = Detour.of(days, Carrier.ENVIA, BROKEN);

        assertThat(detour.after()).isEqualTo(0.5);
        assertThat(detour.halvedAfter()).isEmpty();
        assertThat(Detour.of(List.of(), Carrier.ENVIA, BROKEN).before()).isNaN();
    }
}
