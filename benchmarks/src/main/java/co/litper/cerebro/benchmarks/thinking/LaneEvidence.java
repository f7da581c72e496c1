package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.knowledge.EdgeStatistics;
import co.litper.cerebro.knowledge.GraphProjection;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.CityCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The graph at the choice of a carrier: the share of guides that a carrier brought back from a city, as its aggregated edge tells,
 * is taken for a second opinion beside the model's, with the more weight the more guides it rests on. Not thread-safe.
 */
final class LaneEvidence {
    /** Guides that weigh as much as the model, which has seen them too. */
    private static final double PRIOR = 100;

    private final GraphProjection projection = new GraphProjection(World.MERCHANT);

    /** Takes in an entry of the log. */
    void take(Entry entry) {
        projection.apply(entry);
    }

    /** Lets {@code chooser} draw after carriers were valued with the graph in view. */
    Chooser chooser(Chooser chooser) {
        return (question, bids, situation, settings, unit) ->
                chooser.choose(question, seen(question, bids, situation, settings), situation, settings, unit);
    }

    private List<Bid> seen(Question question, List<Bid> bids, Situation s, Settings settings) {
        CityCode city = s.parcel().destination();
        if (question != Question.CARRIER || !city.isKnown()) {
            return bids;
        }
        long stake = settings.economics().stakeCop(s.parcel().facts());
        List<Bid> changed = new ArrayList<>(bids.size());
        for (Bid bid : bids) {
            double more = bid.target().isEmpty() ? 0 : opinion(bid, city);
            changed.add(bid.plus(more * stake));
        }
        return changed;
    }

    /** How much likelier than the model says the parcel is to stay with the customer; a carrier's confidence is that chance. */
    private double opinion(Bid bid, CityCode city) {
        EdgeStatistics lane = projection
                .graph()
                .statistics(
                        new Node(NodeType.CARRIER, bid.target()),
                        RelationType.SERVES,
                        new Node(NodeType.CITY, city.code()),
                        Long.MAX_VALUE - 1);
        if (lane.n() == 0) {
            return 0;
        }
        double kept = 1 - lane.returnShare().value();
        return lane.n() / (lane.n() + PRIOR) * (kept - bid.confidence());
    }
}
