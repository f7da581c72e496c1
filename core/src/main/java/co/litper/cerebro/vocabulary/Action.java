package co.litper.cerebro.vocabulary;

import org.jspecify.annotations.Nullable;

/** What the brain can do about an event. {@link #wire()} is the stable name in files, receipts and configuration. */
public enum Action {
    /** Leave things as they are. */
    NONE("none"),
    CHOOSE_CARRIER("choose_carrier"),
    NOTIFY_CUSTOMER("notify_customer"),
    FLAG_FOR_MONITORING("flag_for_monitoring"),
    /** Ask the customer to correct or complete the address. */
    ASK_ADDRESS("ask_address"),
    /** Ask the customer to pick a day and time. */
    ASK_TIME("ask_time"),
    /** Ask the customer to have the cash ready. */
    ASK_CASH("ask_cash"),
    /** A call by the merchant's team, with a script. */
    CALL_CUSTOMER("call_customer"),
    /** Answer the carrier: deliver again, with instructions. */
    REDELIVER("redeliver"),
    /** Answer the carrier: hold in the office for the customer. */
    HOLD_IN_OFFICE("hold_in_office"),
    /** Answer the carrier: bring it back. */
    RETURN_TO_SENDER("return_to_sender"),
    /** Claim a lost or damaged parcel from the carrier. */
    OPEN_CLAIM("open_claim"),
    /** Show it to a person at once. */
    ESCALATE("escalate");

    private final String wire;

    Action(String wire) {
        this.wire = wire;
    }

    /** The stable lower-case name. */
    public String wire() {
        return wire;
    }

    /** The action of a stable name, or null if none has it. */
    public static @Nullable Action ofWire(String wire) {
        for (Action action : values()) {
            if (action.wire.equals(wire)) {
                return action;
            }
        }
        return null;
    }

    /** True if the action is the answer that the carrier waits for, after which the novedad is no longer open. */
    public boolean answersCarrier() {
        return this == REDELIVER || this == HOLD_IN_OFFICE || this == RETURN_TO_SENDER;
    }

    /** True if the action reaches the customer and so falls under the contact rules. */
    public boolean contactsCustomer() {
        return switch (this) {
            case NOTIFY_CUSTOMER, ASK_ADDRESS, ASK_TIME, ASK_CASH, CALL_CUSTOMER -> true;
            case NONE,
                    CHOOSE_CARRIER,
                    FLAG_FOR_MONITORING,
                    REDELIVER,
                    HOLD_IN_OFFICE,
                    RETURN_TO_SENDER,
                    OPEN_CLAIM,
                    ESCALATE -> false;
        };
    }
}
