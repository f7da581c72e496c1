package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;

/**
 * What the router to slow thinking made of a decision about a novedad: its receipt. Recorded only where thinking was worth
 * its price at all, sent or not, so that both can be compared.
 *
 * @param decisionId the decision that stands meanwhile
 * @param homeKey the home key of the parcel
 * @param reason why the carrier could not deliver
 * @param standing what was decided
 * @param asked true if the reasoner is asked
 * @param propensity the exact probability of what was drawn, in (0, 1]
 * @param gainCop what thinking was expected to add, pesos
 * @param costCop what it was expected to cost, pesos
 */
public record Considered(
        long decisionId,
        long homeKey,
        IssueReason reason,
        Action standing,
        boolean asked,
        double propensity,
        float gainCop,
        float costCop)
        implements Fact {

    public Considered {
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException(
                    "decision " + decisionId + " was considered with propensity " + propensity + ", not in (0, 1]");
        }
    }
}
