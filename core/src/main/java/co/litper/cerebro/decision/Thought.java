package co.litper.cerebro.decision;

import co.litper.cerebro.event.SystemEvent.ThoughtReturned;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.vocabulary.Action;

/**
 * What came of a slow thought. Holds an action of the catalogue and numbers, no text of the model.
 *
 * @param end how it ended
 * @param action what it advises; {@code NONE} unless advised, and then perhaps
 * @param confidence that the reasoner says it has, 0 to 1, not calibrated; 0 unless advised
 * @param model which model thought, lower-case letters, digits, dots and dashes; {@code none} if none was reached
 * @param inputTokens read, those from a cache included
 * @param outputTokens written
 * @param costCop what it cost, pesos
 */
public record Thought(
        ThoughtEnd end,
        Action action,
        double confidence,
        String model,
        long inputTokens,
        long outputTokens,
        long costCop) {
    /** The model's name where none was reached. */
    public static final String NO_MODEL = "none";

    /** A thought that cost nothing, since nothing was sent. */
    public static Thought unsent(ThoughtEnd end) {
        return new Thought(end, Action.NONE, 0, NO_MODEL, 0, 0, 0);
    }

    /** The event that takes it into the log. */
    public ThoughtReturned toEvent(long decisionId) {
        return new ThoughtReturned(decisionId, end, action, confidence, model, inputTokens, outputTokens, costCop);
    }
}
