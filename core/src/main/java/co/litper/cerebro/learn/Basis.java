package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.model.Known;
import co.litper.cerebro.world.WireReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What learners need of a decision until its outcome comes: some 300 bytes in memory, a quarter of the receipt.
 *
 * @param atMs when it was made, epoch milliseconds
 * @param first true if it was the first about its parcel
 * @param telling whether the customer was told, or null if that was not asked
 * @param advice whether the reasoner was followed, or null if it gave no advice
 * @param proposals what the policy would have done
 * @param context what was known of the shipment, as the receipt has it
 * @param features the feature row, as the receipt has it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Basis(
        long atMs,
        boolean first,
        @Nullable Telling telling,
        @Nullable Advice advice,
        List<Proposal> proposals,
        byte[] context,
        byte[] features) {

    /** The basis of a decision. */
    public static Basis of(Decision d) {
        return new Basis(d.atMs(), d.first(), Telling.of(d), Advice.of(d), Proposal.of(d), d.context(), d.features());
    }

    Known known() {
        return new Known(FeatureRow.fromBytes(features), ShipmentContext.read(new WireReader(context)));
    }
}
