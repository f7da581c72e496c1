package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question as it was answered: all that a policy may look at when it is asked what it would have done, and with which
 * probability the answer was drawn. Some 1 kB.
 *
 * @param decision id of the decision
 * @param question what was asked
 * @param atMs when, epoch milliseconds
 * @param context what was known of the shipment
 * @param features the feature row, as the receipt has it
 * @param forecast what the models said
 * @param stage where its novedad stood, or null
 * @param bids every bid, losers included
 * @param prices [bids] what the carriers asked; empty for other questions
 * @param chosen index of the winner
 * @param propensity the exact probability with which it was drawn
 * @param greedy index of the bid that would have won without exploring
 * @param odds [bids] the probability of each bid, or empty if the receipt does not tell that of the losers
 * @param acted true if the policy had the last word; false if its choice was a proposal, so that what came of it speaks of
 *     people
 * @param costCop what carrying the winner out cost by itself; 0 if it never left
 */
@SuppressWarnings("ArrayRecordComponent") // columns of one computation, never compared
public record LoggedChoice(
        long decision,
        Question question,
        long atMs,
        ShipmentContext context,
        byte[] features,
        Forecast forecast,
        @Nullable IssueStage stage,
        List<Bid> bids,
        List<Price> prices,
        int chosen,
        double propensity,
        int greedy,
        double[] odds,
        boolean acted,
        long costCop) {
    public LoggedChoice {
        bids = List.copyOf(bids);
        prices = List.copyOf(prices);
    }

    /** The winner. */
    public Bid winner() {
        return bids.get(chosen);
    }

    /** Where the parcel goes. */
    public CityCode city() {
        return context.destination();
    }

    /** Who carried the parcel when it was asked. */
    public Carrier carrier() {
        return context.carrier();
    }

    /** True if the probability of every bid is known, not the winner's alone. */
    public boolean knowsOdds() {
        return odds.length > 0;
    }

    LoggedChoice costing(long cop) {
        return new LoggedChoice(
                decision,
                question,
                atMs,
                context,
                features,
                forecast,
                stage,
                bids,
                prices,
                chosen,
                propensity,
                greedy,
                odds,
                acted,
                cop);
    }
}
