package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Reply;

/**
 * Where a novedad stands when its next step is decided, coarse enough to be counted: the state of the sequential policy.
 *
 * @param reason why the carrier could not deliver
 * @param issue which novedad of the parcel it is, 1 to {@value #MOST_ISSUES}; the last means that or more
 * @param reply what the customer said about it
 * @param contacts contacts made about it, 0 to {@value #MOST_CONTACTS}; the last means that or more
 * @param pending true if a reply to the last contact may still come
 * @param patience how much of the carrier's time is left
 * @param since what was really done since the last decision about a novedad of the parcel; {@code NONE} if nothing
 */
public record IssueStage(
        IssueReason reason, int issue, Reply reply, int contacts, boolean pending, Patience patience, Action since) {
    public static final int MOST_ISSUES = 3;
    public static final int MOST_CONTACTS = 3;

    /** How many stages there are, {@link #since} left aside. */
    public static final int COUNT = IssueReason.values().length
            * MOST_ISSUES
            * Reply.values().length
            * (MOST_CONTACTS + 1)
            * 2
            * Patience.values().length;

    public IssueStage {
        if (issue < 1 || issue > MOST_ISSUES || contacts < 0 || contacts > MOST_CONTACTS) {
            throw new IllegalArgumentException("a stage has issue 1 to " + MOST_ISSUES + " and contacts 0 to "
                    + MOST_CONTACTS + ", these are " + issue + " and " + contacts);
        }
    }

    /** A number below {@link #COUNT}, the same for stages that differ in {@link #since} only. */
    public int code() {
        int code = reason.ordinal();
        code = code * MOST_ISSUES + issue - 1;
        code = code * Reply.values().length + reply.ordinal();
        code = code * (MOST_CONTACTS + 1) + contacts;
        code = code * 2 + (pending ? 1 : 0);
        return code * Patience.values().length + patience.ordinal();
    }

    /** The stage of a {@link #code()}. */
    public static IssueStage of(int code, Action since) {
        int rest = code;
        Patience patience = Patience.values()[rest % Patience.values().length];
        rest /= Patience.values().length;
        boolean pending = rest % 2 == 1;
        rest /= 2;
        int contacts = rest % (MOST_CONTACTS + 1);
        rest /= MOST_CONTACTS + 1;
        Reply reply = Reply.values()[rest % Reply.values().length];
        rest /= Reply.values().length;
        return new IssueStage(
                IssueReason.values()[rest / MOST_ISSUES],
                rest % MOST_ISSUES + 1,
                reply,
                contacts,
                pending,
                patience,
                since);
    }
}
