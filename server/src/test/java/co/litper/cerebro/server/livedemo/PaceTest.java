package co.litper.cerebro.server.livedemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant SIMULATED = DemoPlan.START;

    private Instant machine = Instant.parse("2026-03-10T15:00:00Z");
    private final Pace pace = new Pace(() -> machine, 2, SIMULATED);

    private static Instant days(double days) {
        return SIMULATED.plusMillis(Math.round(days * Duration.ofDays(1).toMillis()));
    }

    @Test
    void aDayIsDueAfterItsShareOfAMinute() {
        assertThat(pace.waitMs(days(1))).isEqualTo(30_000);
        machine = machine.plusSeconds(29);
        assertThat(pace.waitMs(days(1))).isEqualTo(1_000);
        machine = machine.plusSeconds(1);
        assertThat(pace.waitMs(days(1))).isZero();
    }

    @Test
    void anotherSpeedHoldsFromNowOnAndDoesNotReachBack() {
        machine = machine.plusSeconds(30);
        pace.set(60, days(1));

        assertThat(pace.daysPerMinute()).isEqualTo(60);
        assertThat(pace.waitMs(days(2))).isEqualTo(1_000);
    }

    @Test
    void timeThatWasLostIsNotCaughtUpWith() {
        machine = machine.plusSeconds(300);
        assertThat(pace.waitMs(days(1))).isZero();

        assertThat(pace.waitMs(days(2))).isEqualTo(30_000);
    }
}
