package co.litper.cerebro.policy;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Reply;

/**
 * Four ways to count the same stage, from fine to wide: what is rarely met is believed to be like what resembles it. A
 * cell is a stage at one level together with an action.
 */
final class RescueLevels {
    static final int ACTIONS = Action.values().length;
    static final int REASONS = IssueReason.values().length;
    static final int REPLIES = Reply.values().length;

    /** Contacted or not, reply pending or not, time or none. */
    private static final int MIDDLE_STATES = 8;

    /** Another attempt may follow, or the last one failed: then an office is all that is left, so no level pools the two. */
    static final int CHANCES = 2;

    /** Coarse states of one reason: the customer's word, the attempts left, and whether a word may still come. */
    static final int COARSE_STATES = REPLIES * CHANCES * 2;

    static final int FINE = IssueStage.COUNT * ACTIONS;
    static final int MIDDLE = REASONS * REPLIES * CHANCES * MIDDLE_STATES * ACTIONS;
    static final int COARSE = REASONS * COARSE_STATES * ACTIONS;
    static final int WIDE = 2 * REPLIES * CHANCES * MIDDLE_STATES * ACTIONS;

    private RescueLevels() {}

    static int fine(int stage, int action) {
        return stage * ACTIONS + action;
    }

    static int middle(IssueStage s, int action) {
        return (stem(s) * MIDDLE_STATES + state(s)) * ACTIONS + action;
    }

    static int coarse(IssueStage s, int action) {
        return (stem(s) * 2 + (s.pending() ? 1 : 0)) * ACTIONS + action;
    }

    /** Whatever the reason, but for people who do not want the parcel: how those answer who are spoken with. */
    static int wide(IssueStage s, int action) {
        int unwanted = s.reason() == IssueReason.REJECTED ? REPLIES * CHANCES : 0;
        int stem = unwanted + stem(s) % (REPLIES * CHANCES);
        return (stem * MIDDLE_STATES + state(s)) * ACTIONS + action;
    }

    private static int state(IssueStage s) {
        return (s.contacts() > 0 ? 4 : 0) + (s.pending() ? 2 : 0) + (s.patience() == Patience.NONE ? 1 : 0);
    }

    private static int stem(IssueStage s) {
        int last = s.issue() == IssueStage.MOST_ISSUES ? 1 : 0;
        return (s.reason().ordinal() * REPLIES + s.reply().ordinal()) * CHANCES + last;
    }
}
