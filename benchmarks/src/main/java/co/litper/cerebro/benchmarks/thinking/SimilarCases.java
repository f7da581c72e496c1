package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.world.WireReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recall at a novedad: what the same action came to in similar cases, beyond what had been expected of it. Cases are alike by
 * carrier and city with the same novedad; each way of being alike is shrunk towards the next wider one, the widest towards no
 * difference. All in memory: deciding looks up four counts a bid. Not thread-safe.
 */
final class SimilarCases {
    /** Cases that weigh as much as the belief that the next wider ones say it all. */
    private static final double PRIOR = 15;
    /** Decisions that wait for their outcome; the oldest go first. */
    private static final int MOST_OPEN = 60_000;

    private final Map<Key, Residual> residuals = new HashMap<>();
    private final Map<Long, Expected> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Expected> eldest) {
            return size() > MOST_OPEN;
        }
    };

    /** In what cases are alike; a part that is null may be anything. */
    private record Key(@Nullable Carrier carrier, @Nullable CityCode city, IssueReason issue, Action action) {}

    /** How many cases, and how much more often than expected they went well. */
    private record Residual(long count, double sum) {
        static final Residual NONE = new Residual(0, 0);

        Residual plus(double more) {
            return new Residual(count + 1, sum + more);
        }

        double towards(double wider) {
            return (sum + PRIOR * wider) / (count + PRIOR);
        }
    }

    /** What was expected of an action, and of which case. */
    private record Expected(Carrier carrier, CityCode city, IssueReason issue, Action action, double success) {}

    /** Takes in an entry of the log. */
    void take(Entry entry) {
        if (entry.facts().length == 0) {
            return;
        }
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            if (fact instanceof Decision decision && decision.issue() != null) {
                expect(decision, decision.issue());
            } else if (fact instanceof Settled settled && settled.complete()) {
                settle(settled);
            }
        }
    }

    private void expect(Decision decision, IssueReason issue) {
        for (Choice choice : decision.choices()) {
            Bid winner = choice.winner();
            if (choice.question() == Question.ISSUE && winner.action() != Action.NONE) {
                ShipmentContext context = ShipmentContext.read(new WireReader(decision.context()));
                open.put(
                        decision.id(),
                        new Expected(
                                context.carrier(), context.destination(), issue, winner.action(), winner.confidence()));
            }
        }
    }

    private void settle(Settled settled) {
        Expected e = open.remove(settled.decisionId());
        if (e != null && settled.carriedOut() == e.action()) {
            double well = settled.outcome() == Outcome.ISSUE_RESOLVED ? 1 : 0;
            for (Key key : keys(e.carrier(), e.city(), e.issue(), e.action())) {
                residuals.merge(key, Residual.NONE.plus(well - e.success()), SimilarCases::sum);
            }
        }
    }

    private static Residual sum(Residual a, Residual b) {
        return new Residual(a.count() + b.count(), a.sum() + b.sum());
    }

    /** From the widest to the most alike. */
    private static List<Key> keys(Carrier carrier, CityCode city, IssueReason issue, Action action) {
        return List.of(
                new Key(carrier, null, issue, action),
                new Key(null, city, issue, action),
                new Key(carrier, city, issue, action));
    }

    /** How much likelier than expected an action is to go well in a case, by those like it; 0 if there are none. */
    double advantage(Carrier carrier, CityCode city, IssueReason issue, Action action) {
        double believed = 0;
        for (Key key : keys(carrier, city, issue, action)) {
            believed = residuals.getOrDefault(key, Residual.NONE).towards(believed);
        }
        return believed;
    }

    /** Lets {@code chooser} draw after bids at a novedad were valued with similar cases in view. */
    Chooser chooser(Chooser chooser) {
        return (question, bids, situation, settings, unit) ->
                chooser.choose(question, recalled(question, bids, situation, settings), situation, settings, unit);
    }

    private List<Bid> recalled(Question question, List<Bid> bids, Situation s, Settings settings) {
        IssueReason issue = s.parcel().issue();
        if (question != Question.ISSUE || issue == null) {
            return bids;
        }
        long stake = settings.economics().stakeCop(s.parcel().facts());
        List<Bid> changed = new ArrayList<>(bids.size());
        for (Bid bid : bids) {
            double more = bid.action() == Action.NONE
                    ? 0
                    : advantage(s.parcel().carrier(), s.parcel().destination(), issue, bid.action());
            changed.add(bid.plus(more * stake));
        }
        return changed;
    }
}
