package co.litper.cerebro.policy;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;

/**
 * What is believed of novedades before any was seen: the share that a good team rescues, by reason (public figures of one
 * team, as the domain page tells; reasons that it does not list take .50), times how well an action fits the reason.
 *
 * <p>The fits are the authors' judgement on a scale where the best answer to a reason has 1; they decide only until
 * experience outweighs them.
 */
final class RescuePrior {
    /** Share rescued if nobody does anything, against what a good team reaches. */
    private static final double FIT_NOTHING = 0.35;

    private static final double FIT_CALL = 0.95;
    private static final double FIT_POOR = 0.55;
    private static final double FIT_FAIR = 0.75;

    private RescuePrior() {}

    static double rate(IssueReason reason, Action action) {
        return team(reason) * fit(reason, action);
    }

    /** What a good team rescues. */
    private static double team(IssueReason reason) {
        return switch (reason) {
            case BAD_ADDRESS -> 0.90;
            case RECIPIENT_UNAVAILABLE -> 0.825;
            case COD_ISSUE -> 0.75;
            case BAD_PHONE -> 0.70;
            case REMOTE_AREA -> 0.60;
            case REJECTED -> 0.30;
            case DAMAGED, LOST -> 0.20;
            case RESCHEDULED, DELIVERY_ATTEMPT_FAILED, SECURITY, WEATHER, DOCUMENTATION, PAYMENT_PENDING, OTHER -> 0.50;
        };
    }

    private static double fit(IssueReason reason, Action action) {
        return switch (action) {
            case NONE, FLAG_FOR_MONITORING, NOTIFY_CUSTOMER, CHOOSE_CARRIER -> FIT_NOTHING;
            case RETURN_TO_SENDER -> 0.01;
            case CALL_CUSTOMER -> FIT_CALL;
            case ESCALATE -> FIT_FAIR;
            case ASK_ADDRESS -> reason == IssueReason.BAD_ADDRESS ? 1.0 : FIT_POOR;
            case ASK_TIME -> wantsTime(reason) ? 1.0 : FIT_POOR;
            case ASK_CASH -> wantsCash(reason) ? 1.0 : FIT_POOR;
            case REDELIVER -> needsNoWord(reason) ? 1.0 : FIT_POOR;
            case HOLD_IN_OFFICE -> wantsOffice(reason) ? FIT_FAIR + 0.2 : FIT_POOR;
            case OPEN_CLAIM -> reason == IssueReason.DAMAGED || reason == IssueReason.LOST ? 1.0 : FIT_NOTHING;
        };
    }

    private static boolean wantsTime(IssueReason r) {
        return r == IssueReason.RECIPIENT_UNAVAILABLE
                || r == IssueReason.DELIVERY_ATTEMPT_FAILED
                || r == IssueReason.RESCHEDULED;
    }

    private static boolean wantsCash(IssueReason r) {
        return r == IssueReason.COD_ISSUE || r == IssueReason.PAYMENT_PENDING;
    }

    private static boolean needsNoWord(IssueReason r) {
        return r == IssueReason.WEATHER || r == IssueReason.OTHER || r == IssueReason.RESCHEDULED;
    }

    private static boolean wantsOffice(IssueReason r) {
        return r == IssueReason.REMOTE_AREA || r == IssueReason.SECURITY || r == IssueReason.BAD_ADDRESS;
    }
}
