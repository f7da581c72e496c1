package co.litper.cerebro.decision;

import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Something known that may bear on a dilemma. Values of closed vocabularies and numbers, no text: whoever tells it to the
 * reasoner puts it into words of our own, so that nothing that anybody wrote can speak through it.
 */
public sealed interface Finding {

    /**
     * A feature that swayed a forecast of the receipt.
     *
     * @param weight its share of the log-odds; positive raises the risk
     */
    record Swayed(Feature feature, float weight) implements Finding {}

    /**
     * A case that is remembered.
     *
     * @param done what was done about it
     * @param days from the decision to the end, or NaN
     * @param cop what the parcel was worth, pesos
     */
    record Remembered(
            Carrier carrier,
            CityCode city,
            @Nullable IssueReason reason,
            Action done,
            Outcome outcome,
            boolean late,
            float days,
            long cop)
            implements Finding {}

    /** What the graph has counted of a carrier in a city: guides that ended, late and returned ones of them. */
    record Counted(Carrier carrier, CityCode city, long guides, long late, long returned) implements Finding {}

    /** What came of one answer to novedades of one reason. */
    record Tried(IssueReason reason, Action done, long cases, long delivered) implements Finding {}
}
