package co.litper.cerebro.server.webhook;

import co.litper.cerebro.log.Intake;
import java.util.List;

/** What is to become of a delivery. */
public sealed interface Verdict {

    /**
     * It is genuine and new.
     *
     * @param items what it tells, in order
     * @param receipt for {@link Webhooks#forget}, if the items could not be kept
     */
    record Taken(List<Item> items, Receipt receipt) implements Verdict {
        public Taken {
            items = List.copyOf(items);
        }
    }

    /** It is genuine and was taken before: there is nothing to do, and the sender need not repeat it. */
    record Repeated() implements Verdict {}

    /** It is not taken, and nothing of it is kept. */
    record Refused(Reason reason, String message) implements Verdict {}

    /** Remembers that a delivery was taken. */
    record Receipt(String source, ReplayMemory.Mark mark) {}

    /** Why a delivery is refused. */
    enum Reason {
        /** No such source, or it has no secret. */
        UNKNOWN_SOURCE,
        /** It bears no signature, or no time where one is wanted. */
        UNSIGNED,
        /** The signature is not that of the body. */
        FORGED,
        /** Its time lies outside the window. */
        STALE,
        /** It was taken before, and its sender signs each attempt anew. */
        REPLAYED,
        /** It has more bytes than are taken. */
        TOO_LARGE
    }

    /** One thing that a delivery tells. */
    sealed interface Item {
        /** An event that keeps its contract. */
        record Told(Intake.Accepted accepted) implements Item {}

        /**
         * A breach: a dead letter.
         *
         * @param reason every problem, without personal data
         * @param payload the event as far as it could be mapped, else the body
         */
        record Breach(String reason, String payload) implements Item {
            /** Hides the payload. */
            @Override
            public String toString() {
                return "Breach[" + reason + "]";
            }
        }

        /** The mapping says that this kind is of no interest. */
        record Ignored() implements Item {}
    }
}
