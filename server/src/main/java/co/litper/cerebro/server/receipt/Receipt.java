package co.litper.cerebro.server.receipt;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.log.Envelope;
import java.util.List;

/**
 * A decision with what stands beside it in the log.
 *
 * @param cause the event that asked for it
 * @param effects what was planned because of it, in order
 */
public record Receipt(Decision decision, Envelope cause, List<PlannedEffect> effects) {
    public Receipt {
        effects = List.copyOf(effects);
    }
}
