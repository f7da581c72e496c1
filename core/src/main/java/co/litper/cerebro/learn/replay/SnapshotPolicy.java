package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.policy.RescuePolicy;
import co.litper.cerebro.policy.TellingTable;
import co.litper.cerebro.think.Exploration;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.ArrayList;
import java.util.List;

/**
 * What a snapshot would do: the receipt's bids valued anew by its models, as the agents value them, and drawn as the product
 * draws. What the receipt does not hold is filled in: the margin by the configured share of the value, freight where no
 * tariff was known by the configured one.
 */
record SnapshotPolicy(BrainSnapshot snapshot, Settings settings) implements ReplayPolicy {
    @Override
    public String name() {
        return "current";
    }

    @Override
    public boolean answers(Question question) {
        return true;
    }

    @Override
    public double[] odds(LoggedChoice choice) {
        if (choice.bids().stream().noneMatch(Bid::feasible)) {
            return Odds.sure(choice, choice.greedy());
        }
        List<Bid> bids = new ArrayList<>(choice.bids().size());
        for (int i = 0; i < choice.bids().size(); i++) {
            bids.add(valued(choice, i));
        }
        return new Exploration(settings.explorationRate()).odds(bids);
    }

    private Bid valued(LoggedChoice choice, int index) {
        Bid bid = choice.bids().get(index);
        return switch (choice.question()) {
            case CARRIER -> carrier(choice, bid, choice.prices().get(index));
            case NOTIFY -> bid.action() == Action.NONE ? bid : tell(choice, bid);
            case WATCH ->
                bid.action() == Action.NONE
                        ? bid
                        : with(bid, rule(forecast(choice).issue(), settings.watchThreshold(), choice), 0);
            case ISSUE -> rescue(choice, bid);
        };
    }

    private Bid carrier(LoggedChoice choice, Bid bid, Price price) {
        Economics economics = settings.economics();
        double freight = price.isTold() ? price.freightCop() : economics.freightCop();
        double back = price.isTold() ? price.returnFreightCop() : economics.returnFreightCop();
        ShipmentContext with = choice.context()
                .withCarrier(new Carrier(bid.target()), price.isTold() ? freight : Double.NaN, Double.NaN);
        Forecast f = snapshot.models().predict(with);
        double margin = marginCop(choice);
        double stake = Math.max(0, margin) + economics.returnFreightCop();
        double delayCop = economics.delayCop();
        double value = (1 - f.giveBack()) * margin - freight - f.giveBack() * back - f.delay() * delayCop;
        double variance =
                f.giveBack() * (1 - f.giveBack()) * stake * stake + f.delay() * (1 - f.delay()) * delayCop * delayCop;
        return with(bid, value, Math.sqrt(variance / snapshot.models().casesOfCarrier(with)));
    }

    private Bid tell(LoggedChoice choice, Bid bid) {
        double rule = rule(forecast(choice).delay(), settings.notifyThreshold(), choice);
        ShipmentState state = choice.context().state();
        if (state.rank() < ShipmentState.IN_TRANSIT.rank() || state == ShipmentState.ISSUE) {
            return with(bid, rule, 0);
        }
        TellingTable.Gain gain =
                snapshot.learned().telling().gain(state, choice.context().cod());
        double stake = stakeCop(choice);
        double value = gain.mean() * stake - settings.economics().messageCop() + Math.max(0, rule);
        return with(bid, value, gain.deviation() * stake);
    }

    private Bid rescue(LoggedChoice choice, Bid bid) {
        IssueStage stage = choice.stage();
        if (stage == null) {
            return bid;
        }
        double stake = stakeCop(choice);
        RescuePolicy.Value value = snapshot.learned().rescues().value(stage, bid.action(), stake);
        double waiting =
                snapshot.learned().rescues().value(stage, Action.NONE, stake).cop(stake);
        return with(bid, value.cop(stake) - waiting, value.deviation() * stake);
    }

    private double rule(float probability, double threshold, LoggedChoice choice) {
        return (probability - threshold) * stakeCop(choice);
    }

    private Forecast forecast(LoggedChoice choice) {
        return snapshot.models().predict(FeatureRow.fromBytes(choice.features()));
    }

    private double marginCop(LoggedChoice choice) {
        double value = choice.context().valueCop();
        return Double.isNaN(value) ? 0 : value * settings.economics().marginShare();
    }

    private double stakeCop(LoggedChoice choice) {
        return marginCop(choice) + settings.economics().returnFreightCop();
    }

    private static Bid with(Bid bid, double valueCop, double spreadCop) {
        return new Bid(
                bid.agent(),
                bid.action(),
                bid.target(),
                (float) valueCop,
                (float) spreadCop,
                bid.confidence(),
                bid.feasible());
    }
}
