package co.litper.cerebro.policy;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.logistics.RescuePriors;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Reply;

/**
 * What is believed of novedades before any was seen: the share that a good team rescues, by reason
 * ({@link RescuePriors}), times how well an action fits the reason.
 *
 * <p>The fits are the authors' judgement on a scale where the best answer to a reason has 1; they decide only until
 * experience outweighs them.
 */
final class RescuePrior {
    /** Share rescued if nobody does anything, against what a good team reaches. */
    private static final double FIT_NOTHING = 0.35;

    private static final double FIT_CALL = 0.95;
    /** Of those who refuse, the share that takes the parcel after all, against the others. */
    private static final double REFUSED_SHARE = 0.3;

    private static final double REPLY_CASES = 20;

    private static final double FIT_POOR = 0.55;
    private static final double FIT_FAIR = 0.75;

    /** How a customer who is spoken with answers, before any was. */
    private static final RescueCell WILLING = replies(0.55, 0.05);

    private static final RescueCell UNWILLING = replies(0.35, 0.30);

    private RescuePrior() {}

    /** What follows a question or a call, as shares of {@value #REPLY_CASES} cases. */
    static RescueCell replies(IssueReason reason) {
        return reason == IssueReason.REJECTED ? UNWILLING : WILLING;
    }

    private static RescueCell replies(double helpful, double refused) {
        IssueStage before = asked(0, Reply.NONE, false);
        RescueCell cell = new RescueCell();
        cell.add(Sequel.of(before, asked(1, Reply.HELPFUL, false).code()), REPLY_CASES * helpful);
        cell.add(Sequel.of(before, asked(1, Reply.REFUSED, false).code()), REPLY_CASES * refused);
        cell.add(Sequel.of(before, asked(1, Reply.NONE, true).code()), REPLY_CASES * (1 - helpful - refused));
        return cell;
    }

    private static IssueStage asked(int contacts, Reply reply, boolean pending) {
        return new IssueStage(IssueReason.OTHER, 1, reply, contacts, pending, Patience.MUCH, Action.NONE);
    }

    /** Chance that the parcel is delivered in the end if {@code action} is taken at {@code stage}. */
    static double rate(IssueStage stage, Action action) {
        double plain = RescuePriors.of(stage.reason()) * fit(stage.reason(), action);
        return switch (stage.reply()) {
            case NONE -> plain;
            case HELPFUL -> helped(action);
            case REFUSED -> plain * REFUSED_SHARE;
        };
    }

    /** Once the customer has helped, the carrier must be told. */
    private static double helped(Action action) {
        return switch (action) {
            case REDELIVER -> 0.85;
            case HOLD_IN_OFFICE -> 0.7;
            case CALL_CUSTOMER, ASK_ADDRESS, ASK_TIME, ASK_CASH, ESCALATE -> 0.6;
            case NONE, CHOOSE_CARRIER, NOTIFY_CUSTOMER, FLAG_FOR_MONITORING -> 0.3;
            case RETURN_TO_SENDER, OPEN_CLAIM -> 0.01;
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
