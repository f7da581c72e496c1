package co.litper.cerebro.simulator;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.time.Instant;
import java.util.List;

/**
 * One novedad of a parcel.
 *
 * @param reason as reported
 * @param reportedAt when
 * @param deadline until when the carrier waited for an answer
 * @param actions what was done about it, in order, by whomever
 * @param handler who brought it to its end
 * @param rescued true if the parcel was delivered after it
 */
public record IssueStory(
        IssueReason reason,
        Instant reportedAt,
        Instant deadline,
        List<Action> actions,
        Handler handler,
        boolean rescued) {
    public IssueStory {
        actions = List.copyOf(actions);
    }
}
