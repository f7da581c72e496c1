package co.litper.cerebro.server.improve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeeklyImprovementTest {
    private static boolean isDue(String lastWeek, String bogota) {
        return WeeklyImprovement.isDue(Map.of(WeeklyImprovement.WEEK, lastWeek), Instant.parse(bogota + "-05:00"));
    }

    @Test
    void itRunsOnMondayFromThreeInBogotaOnceAWeek() {
        assertThat(isDue("2026-03-02", "2026-03-08T23:59:00")).isFalse();
        assertThat(isDue("2026-03-02", "2026-03-09T02:59:00")).isFalse();
        assertThat(isDue("2026-03-02", "2026-03-09T03:00:00")).isTrue();
        assertThat(isDue("2026-03-09", "2026-03-09T03:10:00")).isFalse();
    }

    @Test
    void aServiceThatWasDownOnMondayRunsAfterwards() {
        assertThat(isDue("2026-03-02", "2026-03-12T10:00:00")).isTrue();
        assertThat(isDue("", "2026-03-12T10:00:00")).isTrue();
    }

    @Test
    void itDoesNotRunWhereImprovementIsOff() {
        assertThat(WeeklyImprovement.isDue(Map.of("improve.mode", "off"), Instant.parse("2026-03-09T15:00:00Z")))
                .isFalse();
    }
}
