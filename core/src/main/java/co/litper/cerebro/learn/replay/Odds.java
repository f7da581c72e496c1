package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.vocabulary.Action;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Distributions over the bids of a choice. */
final class Odds {
    private Odds() {}

    /** All on one bid. */
    static double[] sure(LoggedChoice choice, int bid) {
        double[] odds = new double[choice.bids().size()];
        odds[bid] = 1;
        return odds;
    }

    /** The same on each feasible bid. */
    static double[] even(LoggedChoice choice) {
        double[] odds = new double[choice.bids().size()];
        long feasible = choice.bids().stream().filter(b -> mayTake(choice, b)).count();
        Arrays.setAll(odds, i -> mayTake(choice, choice.bids().get(i)) ? 1.0 / feasible : 0);
        return odds;
    }

    /** All on the feasible bid that is worth most, the first of several. */
    static double[] best(LoggedChoice choice, ToDoubleFunction<Bid> worth) {
        int best = -1;
        for (int i = 0; i < choice.bids().size(); i++) {
            Bid bid = choice.bids().get(i);
            if (mayTake(choice, bid)
                    && (best < 0
                            || worth.applyAsDouble(bid)
                                    > worth.applyAsDouble(choice.bids().get(best)))) {
                best = i;
            }
        }
        return sure(choice, best);
    }

    /** All on an action; where it is not among the feasible bids on doing nothing, and where neither is on the best bid. */
    static double[] action(LoggedChoice choice, Action action) {
        int at = find(choice, action);
        at = at < 0 ? find(choice, Action.NONE) : at;
        return at < 0 ? best(choice, Bid::valueCop) : sure(choice, at);
    }

    private static int find(LoggedChoice choice, Action action) {
        List<Bid> bids = choice.bids();
        for (int i = 0; i < bids.size(); i++) {
            if (bids.get(i).action() == action && mayTake(choice, bids.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** A bid that no limit holds back; where a limit holds all of them back, as in the receipt, any. */
    static boolean mayTake(LoggedChoice choice, Bid bid) {
        return bid.feasible() || choice.bids().stream().noneMatch(Bid::feasible);
    }
}
