package co.litper.cerebro.decision;

import co.litper.cerebro.logistics.Change;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.IssueProgress;
import co.litper.cerebro.logistics.ParcelState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision may look at: the parcel and its customer as they stand after the event, what the event changed, the
 * features and forecasts of this moment. Read by agents in the shard's thread and not kept.
 *
 * @param decisionId the id that the decision will have
 * @param key the parcel's home key
 * @param nowMs epoch milliseconds, by the clock that the log records
 * @param observed true if no effect may follow
 * @param first true if the shipment teaches from this decision on
 * @param parcel read only
 * @param progress how far its novedad was dealt with, read only
 * @param stage where its novedad stands, or null unless asked
 * @param mayContact true if the customer may get one more contact when contact hours come next
 * @param customer read only; one without history if nobody is known
 * @param change what the event changed
 * @param questions what is asked
 * @param context what is known of the shipment, as bytes for the receipt
 * @param features the feature row, as bytes for the receipt
 * @param forecast what the models say
 * @param reasons what swayed them
 * @param snapshot version of the snapshot that they are of
 * @param carriers whom the parcel could be given to, in order of code; empty unless asked
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Situation(
        long decisionId,
        long key,
        long nowMs,
        boolean observed,
        boolean first,
        ParcelState parcel,
        IssueProgress progress,
        @Nullable IssueStage stage,
        CustomerState customer,
        boolean mayContact,
        Change change,
        Set<Question> questions,
        byte[] context,
        byte[] features,
        Forecast forecast,
        List<Reason> reasons,
        long snapshot,
        List<CarrierOption> carriers) {}
