package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.world.Clock;
import java.time.Instant;

/** Tells a world's time. Set by one thread, read by any; never goes back. */
final class DemoClock implements Clock {
    private volatile Instant now;

    DemoClock(Instant start) {
        now = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    void at(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }
}
