package co.litper.cerebro.simulator.check;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.player.Parcels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Holds one rule. Sees everything, changes nothing. One thread. */
abstract class Checker {
    /** Violations kept of one rule; beyond them there is nothing more to learn. */
    private static final int MOST = 100;

    private final List<Violation> found = new ArrayList<>();

    /** The world tells something. */
    void told(Envelope e) {}

    /** The player did something. */
    void acted(Instant now, Dispatch effect, Channel.Result result) {}

    /** The product wrote receipts. */
    void recorded(Instant now, List<Entry> entries, Parcels parcels) {}

    /** A parcel ended, or was open when the simulation stopped. */
    void ended(ParcelStory story) {}

    /** Nothing more comes. */
    void over(Instant now) {}

    final void violated(String subject, Instant at, String what) {
        if (found.size() < MOST) {
            found.add(new Violation(getClass().getSimpleName(), subject, at, what));
        }
    }

    final List<Violation> violations() {
        return List.copyOf(found);
    }
}
