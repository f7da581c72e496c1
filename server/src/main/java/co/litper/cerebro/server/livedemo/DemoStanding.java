package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.vocabulary.Carrier;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a live world stands.
 *
 * @param now simulated time
 * @param daysPerMinute the speed that was asked for
 * @param warmingUp true while time goes as fast as the machine
 * @param broken carriers that people broke, with the simulated moment
 * @param figures as of the last simulated midnight
 * @param failure why the world stopped, or empty
 */
public record DemoStanding(
        Instant now,
        double daysPerMinute,
        boolean warmingUp,
        SortedMap<Carrier, Instant> broken,
        DemoFigures figures,
        String failure) {
    public DemoStanding {
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    /** Whole simulated days since the beginning. */
    public int day() {
        return Math.toIntExact(Duration.between(DemoPlan.START, now).toDays());
    }
}
