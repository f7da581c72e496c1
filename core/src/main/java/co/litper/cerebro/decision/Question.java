package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Action;

/** What is asked when an event comes in. Each question is answered by one choice, so that bids compete only where they conflict. */
public enum Question {
    /** Which carrier takes a new order? */
    CARRIER,
    /** Is the customer told? */
    NOTIFY,
    /** Is the shipment watched? */
    WATCH,
    /** What is done first about a novedad? */
    ISSUE;

    /** The question that an action answers; doing nothing is told as an answer to a novedad. */
    public static Question of(Action action) {
        return switch (action) {
            case CHOOSE_CARRIER -> CARRIER;
            case NOTIFY_CUSTOMER -> NOTIFY;
            case FLAG_FOR_MONITORING -> WATCH;
            case NONE,
                    ASK_ADDRESS,
                    ASK_TIME,
                    ASK_CASH,
                    CALL_CUSTOMER,
                    REDELIVER,
                    HOLD_IN_OFFICE,
                    RETURN_TO_SENDER,
                    OPEN_CLAIM,
                    ESCALATE -> ISSUE;
        };
    }
}
