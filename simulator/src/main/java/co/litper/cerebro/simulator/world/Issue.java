package co.litper.cerebro.simulator.world;

import co.litper.cerebro.simulator.Handler;
import co.litper.cerebro.simulator.IssueStory;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A novedad as it runs. Mutable. */
final class Issue {
    final Cause cause;
    final IssueReason reason;
    final long reportedMs;
    final long deadlineMs;
    final List<Action> actions = new ArrayList<>(2);
    /** Contacts with the customer about it so far. */
    int contacts;

    /** The team had a hand in it. */
    boolean people;
    /** The carrier got its answer from the player. */
    boolean answeredByPlayer;
    /** What the team is doing about it, or null. */
    @Nullable
    Action teamAction;

    /** The player handed it to the team. */
    boolean escalated;

    Issue(Cause cause, IssueReason reason, long reportedMs, long deadlineMs) {
        this.cause = cause;
        this.reason = reason;
        this.reportedMs = reportedMs;
        this.deadlineMs = deadlineMs;
    }

    Issue copy() {
        Issue copy = new Issue(cause, reason, reportedMs, deadlineMs);
        copy.actions.addAll(actions);
        copy.contacts = contacts;
        copy.people = people;
        copy.answeredByPlayer = answeredByPlayer;
        copy.escalated = escalated;
        copy.teamAction = teamAction;
        return copy;
    }

    IssueStory story(boolean rescued) {
        Handler handler = people ? Handler.PEOPLE : answeredByPlayer ? Handler.PLAYER : Handler.CARRIER;
        return new IssueStory(
                reason, Instant.ofEpochMilli(reportedMs), Instant.ofEpochMilli(deadlineMs), actions, handler, rescued);
    }
}
