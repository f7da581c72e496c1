package co.litper.cerebro.simulator.player;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.vocabulary.Action;
import java.time.Duration;
import java.time.Instant;

/** How a player without an outbox acts: through the contact gate, each effect under a number of its own. */
final class Hand {
    private static final Duration LIFE = Duration.ofDays(2);

    private final Desk desk;
    private final ContactGate gate;
    private long next = 1;

    /** How an attempt to act went. */
    enum Result {
        DONE,
        /** The world would not have it. */
        REFUSED,
        /** The contact rules forbid it now. */
        NOT_NOW
    }

    Hand(Desk desk, ContactGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    Result act(Tracked parcel, Action action, String target, Instant now) {
        if (action.contactsCustomer() && !gate.permits(parcel, now)) {
            return Result.NOT_NOW;
        }
        Dispatch effect = new Dispatch(
                next++,
                parcel.merchant,
                parcel.subject(),
                parcel.facts.customer(),
                action,
                target,
                now.plus(LIFE).toEpochMilli());
        if (desk.take(effect) != Channel.Result.DONE) {
            return Result.REFUSED;
        }
        if (action.contactsCustomer()) {
            gate.take(parcel);
        }
        return Result.DONE;
    }

    Result act(Tracked parcel, Action action, Instant now) {
        return act(parcel, action, "", now);
    }
}
