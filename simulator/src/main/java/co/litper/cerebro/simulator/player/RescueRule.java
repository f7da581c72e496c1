package co.litper.cerebro.simulator.player;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.world.Hash64;
import java.util.List;

/** The first answer to a novedad, by a rule that does not learn. */
@FunctionalInterface
interface RescueRule {
    Action first(Tracked parcel);

    /** Nothing: the merchant's team and the carrier do what they do. */
    static RescueRule none() {
        return parcel -> Action.NONE;
    }

    /**
     * What a good team does by reason: ask for what is missing where the customer can help, the office where the courier
     * cannot get there, a call where only a voice helps, a claim where goods are gone, else another attempt.
     */
    static RescueRule constants() {
        return parcel -> fixed(parcel.reason);
    }

    /** Any answer that makes sense for the reason, each as likely as the others. */
    static RescueRule random(long seed) {
        return parcel -> {
            List<Action> sensible = sensible(parcel.reason);
            double luck = Hash64.toUnit(Hash64.of(seed, parcel.orderId + "#" + parcel.issues));
            return sensible.get((int) (luck * sensible.size()));
        };
    }

    /** The answer of a good team. */
    static Action fixed(IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS, DOCUMENTATION -> Action.ASK_ADDRESS;
            case RECIPIENT_UNAVAILABLE, DELIVERY_ATTEMPT_FAILED, BAD_PHONE -> Action.ASK_TIME;
            case COD_ISSUE, PAYMENT_PENDING -> Action.ASK_CASH;
            case REJECTED -> Action.CALL_CUSTOMER;
            case REMOTE_AREA, SECURITY -> Action.HOLD_IN_OFFICE;
            case RESCHEDULED, WEATHER, OTHER -> Action.REDELIVER;
            case DAMAGED, LOST -> Action.OPEN_CLAIM;
        };
    }

    private static List<Action> sensible(IssueReason reason) {
        return switch (reason) {
            case DAMAGED, LOST -> List.of(Action.OPEN_CLAIM);
            case BAD_ADDRESS, DOCUMENTATION ->
                List.of(Action.ASK_ADDRESS, Action.CALL_CUSTOMER, Action.REDELIVER, Action.HOLD_IN_OFFICE);
            case COD_ISSUE, PAYMENT_PENDING ->
                List.of(Action.ASK_CASH, Action.CALL_CUSTOMER, Action.REDELIVER, Action.HOLD_IN_OFFICE);
            case RECIPIENT_UNAVAILABLE,
                    DELIVERY_ATTEMPT_FAILED,
                    BAD_PHONE,
                    REJECTED,
                    REMOTE_AREA,
                    SECURITY,
                    RESCHEDULED,
                    WEATHER,
                    OTHER -> List.of(Action.ASK_TIME, Action.CALL_CUSTOMER, Action.REDELIVER, Action.HOLD_IN_OFFICE);
        };
    }
}
