package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.CarrierOption;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.think.Exploration;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.world.WireReader;
import java.util.List;

/** Lets a policy that was judged on receipts answer one question for real, on the same knowledge. */
record PolicyChooser(ReplayPolicy policy, Question own) implements Chooser {
    @Override
    public Choice choose(Question question, List<Bid> bids, Situation situation, Settings settings, double unit) {
        Choice usual = Chooser.EXPLORING.choose(question, bids, situation, settings, unit);
        if (question != own) {
            return usual;
        }
        double[] odds = policy.odds(asLogged(bids, situation, settings, usual));
        double left = unit;
        int winner = -1;
        for (int i = 0; i < odds.length && (left >= 0 || winner < 0); i++) {
            if (odds[i] > 0) {
                winner = i;
                left -= odds[i];
            }
        }
        return new Choice(winner, Math.min(1, odds[winner]), odds, usual.best(), 0);
    }

    private LoggedChoice asLogged(List<Bid> bids, Situation s, Settings settings, Choice usual) {
        return new LoggedChoice(
                s.decisionId(),
                own,
                s.nowMs(),
                ShipmentContext.read(new WireReader(s.context())),
                s.features(),
                s.forecast(),
                s.stage(),
                bids,
                own == Question.CARRIER
                        ? s.carriers().stream().map(PolicyChooser::price).toList()
                        : List.of(),
                usual.index(),
                usual.propensity(),
                usual.best(),
                new Exploration(settings.explorationRate()).odds(bids),
                true,
                0);
    }

    private static Price price(CarrierOption option) {
        return option.freightCop() == ParcelFacts.UNTOLD
                ? Price.UNTOLD
                : new Price(option.freightCop(), option.returnFreightCop());
    }
}
