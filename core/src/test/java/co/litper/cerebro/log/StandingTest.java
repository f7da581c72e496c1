package co.litper.cerebro.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T17:00:00Z");

    @Test
    void anEventIsHistoryOnceItIsOlderThanFortyEightHours() {
        assertThat(Standing.of(NOW, NOW, false)).isEqualTo(Standing.LIVE);
        assertThat(Standing.of(NOW.minus(Duration.ofHours(48)), NOW, false)).isEqualTo(Standing.LIVE);
        assertThat(Standing.of(NOW.minus(Duration.ofHours(48)).minusNanos(1), NOW, false))
                .isEqualTo(Standing.HISTORICAL);
        assertThat(Standing.of(NOW.plusSeconds(60), NOW, false)).isEqualTo(Standing.LIVE);
    }

    @Test
    void aFirstImportIsHistoryWhateverItsAge() {
        assertThat(Standing.of(NOW, NOW, true)).isEqualTo(Standing.HISTORICAL);
    }
}
