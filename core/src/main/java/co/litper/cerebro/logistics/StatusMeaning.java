package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;

/** What a carrier's status says about a shipment. */
public sealed interface StatusMeaning {
    /**
     * The shipment stands here.
     *
     * @param state any state but {@code ISSUE}
     */
    record Moved(ShipmentState state) implements StatusMeaning {
        public Moved {
            if (state == ShipmentState.ISSUE) {
                throw new IllegalArgumentException("a novedad has a reason. Maybe Held was meant.");
            }
        }
    }

    /**
     * A novedad holds the shipment up: state {@code ISSUE}.
     *
     * @param reason why
     * @param recognised false if the words are not known and {@code reason} is {@code OTHER} for want of a better one
     */
    record Held(IssueReason reason, boolean recognised) implements StatusMeaning {}

    /** The novedad was answered; state {@code ISSUE} until the shipment moves, but nothing to answer. */
    record Answered() implements StatusMeaning {}

    /**
     * The words are not known, or contradict each other.
     *
     * @param folded the text, folded
     */
    record Unknown(String folded) implements StatusMeaning {}
}
