package co.litper.cerebro.simulator.player;

import java.time.Instant;

/** What an event means to a player that follows simple rules. */
sealed interface News {
    /** Nothing to react to. */
    record Nothing() implements News {}

    /** An order without carrier came in. */
    record Ordered(Tracked parcel) implements News {}

    /** A guide moved. */
    record Moved(Tracked parcel) implements News {}

    /** A novedad was reported. */
    record Troubled(Tracked parcel) implements News {}

    /** A customer answered about an open novedad. */
    record Replied(Tracked parcel, String intent) implements News {}

    /** Time passed. */
    record Passed(Instant now) implements News {}
}
