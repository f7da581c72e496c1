package co.litper.cerebro.server.ingest;

import co.litper.cerebro.logistics.IssueDictionary;
import co.litper.cerebro.logistics.IssueMeaning;
import co.litper.cerebro.logistics.StatusDictionary;
import co.litper.cerebro.logistics.StatusMeaning;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import org.jspecify.annotations.Nullable;

/**
 * What status and novedad of a guide say together, as a source writes them.
 *
 * @param state where the parcel stands, or null if no dictionary knows the status
 * @param issue why it is held up, or null if nothing says so
 * @param answered true if the status says that the novedad was answered
 * @param knownStatus true if a dictionary knows the status
 * @param knownIssue true if a dictionary knows the novedad, or there is none
 */
public record GuideMeaning(
        @Nullable ShipmentState state,
        @Nullable IssueReason issue,
        boolean answered,
        boolean knownStatus,
        boolean knownIssue) {

    /** What {@code status} and {@code novedad} say when {@code carrier} writes them; either may be empty. */
    public static GuideMeaning of(Carrier carrier, String status, String novedad) {
        IssueMeaning issue = IssueDictionary.read(novedad);
        boolean known = !(issue instanceof IssueMeaning.Unrecognised);
        IssueReason told = switch (issue) {
            case IssueMeaning.NoIssue() -> null;
            case IssueMeaning.Recognised(IssueReason reason) -> reason;
            case IssueMeaning.Unrecognised u -> IssueReason.OTHER;
        };
        return switch (StatusDictionary.read(carrier, status)) {
            case StatusMeaning.Moved(ShipmentState state) -> new GuideMeaning(state, told, false, true, known);
            case StatusMeaning.Held(IssueReason reason, boolean recognised) ->
                new GuideMeaning(ShipmentState.ISSUE, moreTelling(told, reason), false, recognised, known);
            case StatusMeaning.Answered() ->
                new GuideMeaning(ShipmentState.ISSUE, told == null ? IssueReason.OTHER : told, true, true, known);
            case StatusMeaning.Unknown u -> new GuideMeaning(null, told, false, false, known);
        };
    }

    /** The novedad's column rather than the status, unless it says less. */
    private static IssueReason moreTelling(@Nullable IssueReason told, IssueReason fromStatus) {
        return told == null || told == IssueReason.OTHER ? fromStatus : told;
    }
}
