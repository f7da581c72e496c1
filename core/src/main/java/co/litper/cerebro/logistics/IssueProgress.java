package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.time.Duration;

/** How far the novedad that is open, or was last, has been dealt with. Owned by one thread. */
public final class IssueProgress {
    /** Steps decided about one novedad at the most; beyond that it is left to people and the carrier. */
    public static final int MOST_STEPS = 10;

    private static final int WIRE_VERSION = 2;

    /** Progress of the releases before slow thinking. */
    private static final int FIRST_VERSION = 1;

    private static final long NEVER = Long.MAX_VALUE;

    private int contacts;
    private Reply reply = Reply.NONE;
    private Action since = Action.NONE;
    private int failed;
    private int steps;
    private long stepAtMs = NEVER;
    private long contactedAtMs = Long.MIN_VALUE;
    private long thoughtOf;
    private Action standing = Action.NONE;

    /** A novedad was reported: what was done about an earlier one no longer counts, but for what was done last. */
    public void open() {
        contacts = 0;
        reply = Reply.NONE;
        failed = 0;
        steps = 0;
        stepAtMs = NEVER;
        contactedAtMs = Long.MIN_VALUE;
        thoughtOf = 0;
    }

    /** The customer said something. One who refused and then helps has thought again. */
    public void note(Reply told) {
        reply = told == Reply.NONE ? reply : told;
    }

    /** A contact was granted: it counts from now on, so that none beyond what is allowed is granted before it was made. */
    public void noteGranted() {
        contacts++;
    }

    /**
     * Something was really done at {@code atMs}, by us or by people.
     *
     * @param granted true if it is a contact that {@link #noteGranted()} counted
     */
    public void noteDone(Action action, long atMs, boolean granted) {
        since = action;
        contactedAtMs = action.contactsCustomer() ? atMs : contactedAtMs;
        contacts += action.contactsCustomer() && !granted ? 1 : 0;
    }

    /** The world refused an action: it is not tried again at this novedad. */
    public void noteFailed(Action action) {
        failed |= 1 << action.ordinal();
    }

    /** The next step was decided: what is done from now on is its doing. */
    public void noteDecided() {
        since = Action.NONE;
        steps++;
        stepAtMs = NEVER;
        thoughtOf = 0;
    }

    /** The reasoner was asked about the decision {@code decisionId}, which chose {@code chosen} and stands meanwhile. */
    public void noteAsked(long decisionId, Action chosen) {
        thoughtOf = decisionId;
        standing = chosen;
    }

    /** The thought came to its end: what was decided stands. */
    public void noteThought() {
        thoughtOf = 0;
    }

    /** The decision that the reasoner thinks about and that nothing has overtaken, or 0. */
    public long thoughtOf() {
        return thoughtOf;
    }

    /** What the decision that is thought about chose. */
    public Action standing() {
        return standing;
    }

    /** The next step is due at {@code atMs}, epoch milliseconds, unless steps are used up. */
    public void stepAt(long atMs) {
        stepAtMs = steps < MOST_STEPS ? Math.min(stepAtMs, atMs) : NEVER;
    }

    /** Contacts made about this novedad. */
    public int contacts() {
        return contacts;
    }

    public Reply reply() {
        return reply;
    }

    /** What was really done since the last decision about a novedad of the parcel; {@code NONE} if nothing. */
    public Action since() {
        return since;
    }

    /** True if the customer was contacted within {@code span} before {@code nowMs} and has not answered. */
    public boolean isReplyPending(long nowMs, Duration span) {
        return reply == Reply.NONE && contactedAtMs != Long.MIN_VALUE && nowMs - contactedAtMs <= span.toMillis();
    }

    /** True if the world refused {@code action} at this novedad. */
    public boolean hasFailed(Action action) {
        return (failed & (1 << action.ordinal())) != 0;
    }

    /** Decisions about this novedad so far. */
    public int steps() {
        return steps;
    }

    /** Epoch milliseconds of the next step, or {@code Long.MAX_VALUE}. */
    public long stepAtMs() {
        return stepAtMs;
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION).varint(contacts).octet(reply.ordinal()).octet(since.ordinal());
        out.varint(failed).varint(steps).varint(stepAtMs).varint(contactedAtMs);
        out.varint(thoughtOf).octet(standing.ordinal());
    }

    /** Reads what {@link #write} wrote. */
    public static IssueProgress read(WireReader in) {
        int version = in.octet();
        if (version != FIRST_VERSION) {
            WireVersions.require("issue progress", version, WIRE_VERSION);
        }
        IssueProgress p = new IssueProgress();
        p.contacts = in.varintAsInt();
        p.reply = Reply.values()[in.octet()];
        p.since = Action.values()[in.octet()];
        p.failed = in.varintAsInt();
        p.steps = in.varintAsInt();
        p.stepAtMs = in.varint();
        p.contactedAtMs = in.varint();
        if (version != FIRST_VERSION) {
            p.thoughtOf = in.varint();
            p.standing = Action.values()[in.octet()];
        }
        return p;
    }
}
