package co.litper.cerebro.learn.replay;

import java.util.List;

/** What a policy would have done at every choice. Immutable. */
final class PolicyOdds {
    private static final double CLOSE = 1e-6;

    /** [episodes][choices][bids]. */
    private final double[][][] odds;

    private PolicyOdds(double[][][] odds) {
        this.odds = odds;
    }

    static PolicyOdds of(List<Episode> episodes, ReplayPolicy policy) {
        double[][][] odds = new double[episodes.size()][][];
        for (int e = 0; e < odds.length; e++) {
            List<LoggedChoice> choices = episodes.get(e).choices();
            odds[e] = new double[choices.size()][];
            for (int t = 0; t < odds[e].length; t++) {
                odds[e][t] = checked(policy, choices.get(t));
            }
        }
        return new PolicyOdds(odds);
    }

    private static double[] checked(ReplayPolicy policy, LoggedChoice choice) {
        double[] odds = policy.odds(choice).clone();
        double sum = 0;
        for (double share : odds) {
            sum += share >= 0 ? share : Double.NaN;
        }
        if (odds.length != choice.bids().size() || !(Math.abs(sum - 1) < CLOSE)) {
            throw new IllegalArgumentException(policy.name() + " gives " + odds.length + " odds with sum " + sum
                    + " for " + choice.bids().size() + " bids of decision " + choice.decision());
        }
        for (int bid = 0; bid < odds.length; bid++) {
            // What was added up may lie a hair above 1.
            odds[bid] = Math.min(1, odds[bid]);
        }
        return odds;
    }

    double[] of(int episode, int choice) {
        return odds[episode][choice];
    }
}
