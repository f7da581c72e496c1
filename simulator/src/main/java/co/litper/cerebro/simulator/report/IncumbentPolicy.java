package co.litper.cerebro.simulator.report;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.LoggedChoice;
import co.litper.cerebro.learn.replay.ReplayPolicy;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The best carrier of each department, whatever the day: what a merchant who knows them well would do without the product. */
record IncumbentPolicy(DepartmentRanking ranking) implements ReplayPolicy {
    @Override
    public String name() {
        return "incumbent";
    }

    @Override
    public boolean answers(Question question) {
        return question == Question.CARRIER;
    }

    @Override
    public double[] odds(LoggedChoice choice) {
        Map<Carrier, Integer> serving = new HashMap<>();
        for (int i = 0; i < choice.bids().size(); i++) {
            Bid bid = choice.bids().get(i);
            if (bid.feasible()) {
                serving.put(new Carrier(bid.target()), i);
            }
        }
        Optional<Carrier> best = ranking.best(choice.city().department(), serving.keySet());
        double[] odds = new double[choice.bids().size()];
        odds[best.map(carrier -> serving.getOrDefault(carrier, choice.greedy())).orElse(choice.greedy())] = 1;
        return odds;
    }
}
