package co.litper.cerebro.policy;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.vocabulary.Reply;

/**
 * What followed a step, told relative to the stage at which it was taken: the same novedad with one contact more, the next
 * novedad of the parcel, the end. So what was seen at one stage tells what would follow at another, where what follows may be
 * worth more or less. As an int: an end as {@link RescueStep} has it, or fields packed from the lowest up.
 */
final class Sequel {
    private static final int ISSUES = IssueStage.MOST_ISSUES;
    private static final int CONTACTS = IssueStage.MOST_CONTACTS + 1;
    private static final int REPLIES = Reply.values().length;
    private static final int PATIENCES = Patience.values().length;

    private Sequel() {}

    /**
     * The sequel of a step from one stage to another, or to an end.
     *
     * @param next code of a stage, or an end of {@link RescueStep}
     */
    static int of(IssueStage from, int next) {
        if (next < 0) {
            return next;
        }
        IssueStage to = IssueStage.of(next, from.since());
        int issues = to.issue() - from.issue();
        boolean opened = issues != 0 || to.contacts() < from.contacts();
        int code = to.reason() == from.reason() ? 0 : 1 + to.reason().ordinal();
        code = code * ISSUES + Math.max(0, issues);
        code = code * 2 + (opened ? 1 : 0);
        code = code * CONTACTS + (opened ? to.contacts() : to.contacts() - from.contacts());
        code = code * REPLIES + to.reply().ordinal();
        code = code * 2 + (to.pending() ? 1 : 0);
        return code * PATIENCES + to.patience().ordinal();
    }

    /** The code of the stage that follows {@code from}, or the end. */
    static int after(int sequel, IssueStage from) {
        if (sequel < 0) {
            return sequel;
        }
        int rest = sequel;
        int patience = rest % PATIENCES;
        rest /= PATIENCES;
        int pending = rest % 2;
        rest /= 2;
        int reply = rest % REPLIES;
        rest /= REPLIES;
        int contacts = rest % CONTACTS;
        rest /= CONTACTS;
        boolean opened = rest % 2 == 1;
        rest /= 2;
        int issue = Math.min(IssueStage.MOST_ISSUES, from.issue() + rest % ISSUES);
        rest /= ISSUES;
        int reason = rest == 0 ? from.reason().ordinal() : rest - 1;
        int had = opened ? 0 : from.contacts();
        int code = reason * ISSUES + issue - 1;
        code = code * REPLIES + reply;
        code = code * CONTACTS + Math.min(IssueStage.MOST_CONTACTS, had + contacts);
        return (code * 2 + pending) * PATIENCES + patience;
    }

    /** True if {@code sequel} is the same novedad, with the customer's word as it was: nothing happened but time. */
    static boolean isTime(int sequel, IssueStage from) {
        return sequel >= 0 && sequel / PATIENCES / 2 % REPLIES == from.reply().ordinal();
    }
}
