package co.litper.cerebro.event;

import co.litper.cerebro.vocabulary.PersonRef;

/** What a customer says. The words themselves stand in the vault. */
public sealed interface CustomerEvent extends Event {
    /** Who speaks. */
    PersonRef customer();

    /**
     * A customer asks.
     *
     * @param guideNumber about which guide, or empty
     * @param topic a short code such as {@code where_is_it}, {@code cancel}, {@code other}
     */
    record CustomerInquiry(PersonRef customer, String guideNumber, String topic) implements CustomerEvent {
        @Override
        public EventType type() {
            return EventType.CUSTOMER_INQUIRY;
        }
    }

    /**
     * A customer judges.
     *
     * @param score 1 (bad) to 5 (good)
     */
    record CustomerFeedback(PersonRef customer, String guideNumber, int score) implements CustomerEvent {
        public CustomerFeedback {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("score must be 1 to 5, is " + score);
            }
        }

        @Override
        public EventType type() {
            return EventType.CUSTOMER_FEEDBACK;
        }
    }

    /**
     * A customer answers a message of ours.
     *
     * @param intent a short code such as {@code confirms}, {@code new_address}, {@code rejects}, {@code other}
     */
    record CustomerReplied(PersonRef customer, String guideNumber, String intent) implements CustomerEvent {
        @Override
        public EventType type() {
            return EventType.CUSTOMER_REPLIED;
        }
    }
}
