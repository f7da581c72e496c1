package co.litper.cerebro.act;

import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.Action;

/** Whether the world in which an effect was decided still stands. */
public final class Validity {
    private static final long OVER = -1;

    private Validity() {}

    /**
     * A number that stays the same as long as {@code action} makes sense for the parcel: for an answer to a novedad, which
     * novedad is open; for anything else, that the parcel has not ended.
     */
    public static long of(ParcelState parcel, Action action) {
        return switch (action) {
            case ASK_ADDRESS,
                    ASK_TIME,
                    ASK_CASH,
                    CALL_CUSTOMER,
                    REDELIVER,
                    HOLD_IN_OFFICE,
                    RETURN_TO_SENDER,
                    ESCALATE,
                    OPEN_CLAIM -> parcel.hasOpenIssue() ? parcel.issues() : OVER;
            case NONE, CHOOSE_CARRIER, NOTIFY_CUSTOMER, FLAG_FOR_MONITORING ->
                parcel.state().isEnd() ? OVER : 0;
        };
    }
}
