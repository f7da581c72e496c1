package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions about one parcel whose outcome is not known for good. Owned by one thread.
 *
 * <p>A decision stays open until its parcel ends or its window closes. A closed window gives a default reward and leaves
 * the decision as <em>expired</em>: if the parcel ends after all, a correction follows. Holds {@link #CAPACITY}; when full
 * the oldest that chose to do nothing goes first.
 */
public final class OutcomeLedger {
    /** A parcel's life has 10 to 20 events, each of which may ask. */
    public static final int CAPACITY = 24;

    /** How long the outcome of an answer to a novedad is waited for: carriers settle within two weeks. */
    public static final Duration ISSUE_WINDOW = Duration.ofDays(15);

    /** How long the outcome of any other decision is waited for. */
    public static final Duration WINDOW = Duration.ofDays(30);

    private final List<Open> open = new ArrayList<>(4);

    /**
     * A decision that waits.
     *
     * @param id the decision
     * @param atMs when it was made
     * @param windowEndMs when its window closes
     * @param acted the action that was meant for the novedad or the customer, {@code NONE} if nothing
     * @param issuesBefore novedades before it was made
     * @param aboutIssue true if it answered a novedad
     * @param teaches true if learners take it in once it is settled
     * @param expired true if its window closed without outcome
     */
    public record Open(
            long id,
            long atMs,
            long windowEndMs,
            Action acted,
            int issuesBefore,
            boolean aboutIssue,
            boolean teaches,
            boolean expired) {

        Open expire() {
            return new Open(id, atMs, windowEndMs, acted, issuesBefore, aboutIssue, teaches, true);
        }
    }

    /** Takes in a decision. */
    public void open(Decision decision, int issuesBefore) {
        boolean aboutIssue = false;
        Action acted = Action.NONE;
        for (Choice choice : decision.choices()) {
            aboutIssue |= choice.question() == Question.ISSUE && !decision.keepsStanding();
            if (choice.winner().action() != Action.NONE && !decision.keepsStanding()) {
                acted = choice.winner().action();
            }
        }
        long window = (aboutIssue ? ISSUE_WINDOW : WINDOW).toMillis();
        if (open.size() >= CAPACITY) {
            makeRoom();
        }
        open.add(new Open(
                decision.id(),
                decision.atMs(),
                decision.atMs() + window,
                acted,
                issuesBefore,
                aboutIssue,
                decision.teaches(),
                false));
    }

    private void makeRoom() {
        for (int i = 1; i < open.size(); i++) {
            if (open.get(i).acted() == Action.NONE) {
                open.remove(i);
                return;
            }
        }
        open.remove(0);
    }

    /** Decisions that an end of the parcel settles: all that are here. */
    public List<Open> all() {
        return List.copyOf(open);
    }

    /** Decisions whose window has closed by {@code nowMs} and that were not told so. */
    public List<Open> closing(long nowMs) {
        return open.stream()
                .filter(o -> !o.expired() && nowMs > o.windowEndMs())
                .toList();
    }

    /** A decision got its feedback: it leaves, or stays as expired if the truth may still come. */
    public void settle(long decisionId, boolean complete) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).id() == decisionId) {
                if (complete) {
                    open.remove(i);
                } else {
                    open.set(i, open.get(i).expire());
                }
                return;
            }
        }
    }

    /** Takes over the open decisions of another record of the same parcel. */
    public void absorb(OutcomeLedger other) {
        for (Open o : other.open) {
            if (open.size() >= CAPACITY) {
                makeRoom();
            }
            open.add(o);
        }
    }

    /** Epoch milliseconds when a tick must look next, or {@link StateRow#NEVER}. */
    public long dueMs() {
        long due = StateRow.NEVER;
        for (Open o : open) {
            if (!o.expired()) {
                due = Math.min(due, o.windowEndMs() + 1);
            }
        }
        return due;
    }

    public boolean isEmpty() {
        return open.isEmpty();
    }

    public void write(WireWriter out) {
        out.octet(open.size());
        for (Open o : open) {
            out.varint(o.id())
                    .varint(o.atMs())
                    .varint(o.windowEndMs() - o.atMs())
                    .octet(o.acted().ordinal());
            out.varint(o.issuesBefore())
                    .octet((o.aboutIssue() ? 1 : 0) | (o.expired() ? 2 : 0) | (o.teaches() ? 4 : 0));
        }
    }

    /** Reads what {@link #write} wrote. */
    public static OutcomeLedger read(WireReader in) {
        OutcomeLedger ledger = new OutcomeLedger();
        int count = in.octet();
        for (int i = 0; i < count; i++) {
            long id = in.varint();
            long atMs = in.varint();
            long window = in.varint();
            Action acted = Action.values()[in.octet()];
            int issuesBefore = in.varintAsInt();
            int flags = in.octet();
            ledger.open.add(new Open(
                    id,
                    atMs,
                    atMs + window,
                    acted,
                    issuesBefore,
                    (flags & 1) != 0,
                    (flags & 4) != 0,
                    (flags & 2) != 0));
        }
        return ledger;
    }
}
