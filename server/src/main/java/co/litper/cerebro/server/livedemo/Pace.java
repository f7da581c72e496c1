package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;

/** How fast simulated time goes over the machine's. Not thread-safe. */
final class Pace {
    private static final double MINUTE_MS = 60_000;
    private static final double DAY_MS = 86_400_000;
    /** Behind by more than this, time that was lost is not caught up with: it would rush past those who look. */
    private static final long MOST_BEHIND_MS = 1_000;

    private final Clock machine;
    private double daysPerMinute;
    private Instant machineFrom;
    private Instant simulatedFrom;

    Pace(Clock machine, double daysPerMinute, Instant simulated) {
        this.machine = machine;
        this.daysPerMinute = daysPerMinute;
        this.machineFrom = machine.now();
        this.simulatedFrom = simulated;
    }

    double daysPerMinute() {
        return daysPerMinute;
    }

    /** Goes on at another speed from {@code simulated} on. */
    void set(double speed, Instant simulated) {
        daysPerMinute = speed;
        begin(simulated);
    }

    /** Counts from {@code simulated} on. */
    void begin(Instant simulated) {
        machineFrom = machine.now();
        simulatedFrom = simulated;
    }

    /** Milliseconds until {@code simulated} is due; 0 if it is. */
    long waitMs(Instant simulated) {
        double lived = Duration.between(simulatedFrom, simulated).toMillis() / DAY_MS;
        long dueMs = machineFrom.toEpochMilli() + Math.round(lived / daysPerMinute * MINUTE_MS);
        long wait = dueMs - machine.now().toEpochMilli();
        if (wait < -MOST_BEHIND_MS) {
            begin(simulated);
        }
        return Math.max(0, wait);
    }
}
