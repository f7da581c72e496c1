package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.LoggedChoice;
import co.litper.cerebro.learn.replay.ReplayPolicy;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.think.Exploration;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.ArrayList;
import java.util.List;

/**
 * The receipts' choices under another setting.
 *
 * @param name what would be changed
 * @param question the question that it answers otherwise
 * @param rule how
 */
record SettingPolicy(String name, Question question, Rule rule) implements ReplayPolicy {

    /** What a setting does to a choice. */
    sealed interface Rule {}

    /** Another share is given to chance. */
    record Explore(double rate) implements Rule {}

    /** Another probability is the threshold above which {@code action} is worth it. */
    record Threshold(Action action, double from, double to, double rate, Economics economics) implements Rule {}

    /** An action does not leave: nothing is done where it would have been. */
    record Hold(Action action) implements Rule {}

    @Override
    public boolean answers(Question asked) {
        return asked == question;
    }

    @Override
    public double[] odds(LoggedChoice choice) {
        if (choice.bids().stream().noneMatch(Bid::feasible)) {
            return sure(choice, choice.greedy());
        }
        return switch (rule) {
            case Explore(double rate) -> new Exploration(rate).odds(choice.bids());
            case Threshold t -> new Exploration(t.rate()).odds(moved(choice, t));
            case Hold(Action action) -> held(choice, action);
        };
    }

    private static List<Bid> moved(LoggedChoice choice, Threshold t) {
        List<Bid> bids = new ArrayList<>(choice.bids().size());
        for (Bid bid : choice.bids()) {
            bids.add(bid.action() == t.action() ? valued(bid, value(bid, choice, t)) : bid);
        }
        return bids;
    }

    /** As the agents value it: the rule alone, or on the way the rule on top of what telling was found to be worth. */
    private static double value(Bid bid, LoggedChoice choice, Threshold t) {
        double worth = choice.context().valueCop();
        double margin = Double.isNaN(worth) ? 0 : worth * t.economics().marginShare();
        double stake = margin + t.economics().returnFreightCop();
        boolean telling = t.action() == Action.NOTIFY_CUSTOMER;
        double p = telling ? choice.forecast().delay() : choice.forecast().issue();
        double old = (p - t.from()) * stake;
        double moved = (p - t.to()) * stake;
        ShipmentState state = choice.context().state();
        boolean ruleAlone = !telling || state.rank() < ShipmentState.IN_TRANSIT.rank() || state == ShipmentState.ISSUE;
        return ruleAlone ? moved : bid.valueCop() - Math.max(0, old) + Math.max(0, moved);
    }

    private static Bid valued(Bid bid, double valueCop) {
        return new Bid(
                bid.agent(),
                bid.action(),
                bid.target(),
                (float) valueCop,
                bid.spreadCop(),
                bid.confidence(),
                bid.feasible());
    }

    private static double[] held(LoggedChoice choice, Action action) {
        double[] odds = choice.knowsOdds() ? choice.odds().clone() : sure(choice, choice.greedy());
        int nothing = -1;
        for (int i = 0; i < odds.length; i++) {
            nothing = choice.bids().get(i).action() == Action.NONE ? i : nothing;
        }
        for (int i = 0; i < odds.length && nothing >= 0; i++) {
            if (choice.bids().get(i).action() == action) {
                odds[nothing] += odds[i];
                odds[i] = 0;
            }
        }
        return odds;
    }

    private static double[] sure(LoggedChoice choice, int bid) {
        double[] odds = new double[choice.bids().size()];
        odds[bid] = 1;
        return odds;
    }
}
