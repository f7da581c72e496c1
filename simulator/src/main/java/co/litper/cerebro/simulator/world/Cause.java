package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.List;

/** Why an attempt really fails, in the order in which it is met. */
enum Cause {
    DAMAGED(IssueReason.DAMAGED),
    BLOCKED(IssueReason.WEATHER),
    REMOTE(IssueReason.REMOTE_AREA),
    ADDRESS(IssueReason.BAD_ADDRESS),
    PHONE(IssueReason.BAD_PHONE),
    CARELESS(IssueReason.RECIPIENT_UNAVAILABLE),
    ABSENT(IssueReason.RECIPIENT_UNAVAILABLE),
    REFUSED(IssueReason.REJECTED),
    CASH(IssueReason.COD_ISSUE),
    /** Never reaches the door. */
    LOST(IssueReason.LOST);

    static final List<Cause> ALL = List.of(values());
    /** Those that an attempt can meet. */
    static final int AT_DOOR = CASH.ordinal() + 1;

    private final IssueReason reason;

    Cause(IssueReason reason) {
        this.reason = reason;
    }

    /** What an honest courier reports. */
    IssueReason reason() {
        return reason;
    }

    /** True if the goods themselves are gone or spoilt. */
    boolean isGoods() {
        return this == DAMAGED || this == LOST;
    }

    /** The question that fits best. */
    Action question() {
        return switch (this) {
            case ADDRESS, PHONE -> Action.ASK_ADDRESS;
            case CASH -> Action.ASK_CASH;
            case DAMAGED, BLOCKED, REMOTE, CARELESS, ABSENT, REFUSED, LOST -> Action.ASK_TIME;
        };
    }

    /** How far a question goes to the heart of the matter, 0 to 1. */
    double fit(Action question) {
        return switch (question) {
            case CALL_CUSTOMER -> 0.97;
            case ASK_ADDRESS ->
                switch (this) {
                    case ADDRESS -> 1.0;
                    case PHONE -> 0.8;
                    case REMOTE -> 0.5;
                    case ABSENT, CARELESS, REFUSED, CASH, BLOCKED -> 0.25;
                    case DAMAGED, LOST -> 0;
                };
            case ASK_TIME ->
                switch (this) {
                    case ABSENT, CARELESS, BLOCKED -> 1.0;
                    case REMOTE -> 0.6;
                    case REFUSED -> 0.7;
                    case CASH -> 0.4;
                    case ADDRESS, PHONE -> 0.25;
                    case DAMAGED, LOST -> 0;
                };
            case ASK_CASH ->
                switch (this) {
                    case CASH -> 1.0;
                    case REFUSED -> 0.5;
                    case ABSENT, CARELESS -> 0.3;
                    case ADDRESS, PHONE, REMOTE, BLOCKED -> 0.15;
                    case DAMAGED, LOST -> 0;
                };
            case NONE,
                    CHOOSE_CARRIER,
                    NOTIFY_CUSTOMER,
                    FLAG_FOR_MONITORING,
                    REDELIVER,
                    HOLD_IN_OFFICE,
                    RETURN_TO_SENDER,
                    OPEN_CLAIM,
                    ESCALATE -> 0;
        };
    }
}
