package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.List;
import java.util.Optional;

/**
 * A decision about a novedad as it is put to the reasoner: a copy of what the receipt knows, so that it can be thought about
 * in another thread. It holds no word that a person wrote, only values of closed vocabularies and numbers: nothing that a
 * customer, a carrier or a file says can speak to the reasoner through it.
 *
 * @param decisionId the decision that stands meanwhile
 * @param homeKey the home key of the parcel
 * @param merchant whose parcel it is
 * @param atMs epoch milliseconds of the decision
 * @param stage where the novedad stands
 * @param carrier who has the parcel
 * @param city where it goes
 * @param cod true if paid at the door
 * @param valueCop what the customer pays, pesos
 * @param stakeCop what is lost if the parcel comes back, pesos
 * @param customer what is known of the customer, in counts
 * @param forecast what the models say
 * @param standing the action that the fast decision chose
 * @param options the actions that may be taken, the standing one included, at most {@link Choice#MAX_BIDS}
 */
public record Dilemma(
        long decisionId,
        long homeKey,
        MerchantId merchant,
        long atMs,
        IssueStage stage,
        Carrier carrier,
        CityCode city,
        boolean cod,
        long valueCop,
        long stakeCop,
        History customer,
        Forecast forecast,
        Action standing,
        List<Option> options) {

    /** What became of a customer's parcels so far. */
    public record History(int orders, int delivered, int returned, int issues) {}

    /**
     * One action that may be taken.
     *
     * @param valueCop what the fast policy expects of it beyond waiting, pesos
     * @param success its probability that the parcel is delivered in the end, 0 to 1
     */
    public record Option(Action action, float valueCop, float success) {}

    public Dilemma {
        options = List.copyOf(options);
    }

    /** The option with this action. */
    public Optional<Option> option(Action action) {
        return options.stream().filter(o -> o.action() == action).findFirst();
    }
}
