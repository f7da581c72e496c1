package co.litper.cerebro.server.receipt;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.LearningEvent.FeedbackReceived;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.log.Envelope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What led to each event of a story: the event that its sender named, or the decision whose effect, approval or outcome it tells.
 * Told the events of a story in their order; not thread-safe.
 */
public final class Causes {
    private final Map<String, Long> positions = new HashMap<>();

    /** What led to an event. */
    public sealed interface Cause {}

    /** A decision. */
    public record ByDecision(long decisionId) implements Cause {}

    /** An event of the same story, by its log position. */
    public record ByEvent(long position) implements Cause {}

    /** An event that the sender named and that is not part of the story so far. */
    public record ByUnknown(String eventId) implements Cause {}

    /** What led to the event at {@code position}; empty if nobody told. */
    public Optional<Cause> of(long position, Envelope e) {
        Optional<Cause> cause = of(e);
        positions.put(e.id(), position);
        return cause;
    }

    private Optional<Cause> of(Envelope e) {
        if (!e.causationId().isEmpty()) {
            Long known = positions.get(e.causationId());
            return Optional.of(known == null ? new ByUnknown(e.causationId()) : new ByEvent(known));
        }
        if (e.event() instanceof ActionExecuted executed) {
            return decision(PlannedEffect.decisionOf(executed.effectId()));
        }
        if (e.event() instanceof ApprovalGiven given) {
            return decision(given.decisionId());
        }
        return e.event() instanceof FeedbackReceived told ? decision(told.decisionId()) : Optional.empty();
    }

    private static Optional<Cause> decision(long id) {
        return Decision.positionOf(id) > 0 ? Optional.of(new ByDecision(id)) : Optional.empty();
    }
}
