package co.litper.cerebro.think;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.PairwiseMatching;
import java.util.List;

/**
 * How a winner is drawn among bids: about as often as it may be the best, and a small share by chance. A function of the
 * bids and the rate, so that a receipt tells how likely each loser was as well.
 *
 * @param rate share given to chance, 0 to 1; at 0 the best is taken
 */
public record Exploration(double rate) {
    /** A loss at which chance tries something half as often as the best: the price of a call or two. */
    private static final double HALF_TRIED_COP = 1_000;

    /** The share of doubt that is acted on: a parcel is no laboratory, and many are alike. */
    private static final double DOUBT = 0.4;

    /** Draws the winner. O(bids). */
    public Choice draw(List<Bid> bids, double unit) {
        return matching().choose(values(bids), spreads(bids), feasible(bids), unit);
    }

    /** The probability with which each bid wins. O(bids). */
    public double[] odds(List<Bid> bids) {
        double[] odds = new double[bids.size()];
        matching().spread(values(bids), spreads(bids), feasible(bids), odds);
        return odds;
    }

    private PairwiseMatching matching() {
        return new PairwiseMatching(rate, HALF_TRIED_COP);
    }

    private static double[] values(List<Bid> bids) {
        return bids.stream().mapToDouble(Bid::valueCop).toArray();
    }

    private double[] spreads(List<Bid> bids) {
        return bids.stream()
                .mapToDouble(b -> rate == 0 ? 0 : DOUBT * b.spreadCop())
                .toArray();
    }

    private static boolean[] feasible(List<Bid> bids) {
        boolean[] feasible = new boolean[bids.size()];
        for (int i = 0; i < feasible.length; i++) {
            feasible[i] = bids.get(i).feasible();
        }
        return feasible;
    }
}
