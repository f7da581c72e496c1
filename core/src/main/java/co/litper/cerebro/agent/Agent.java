package co.litper.cerebro.agent;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import java.util.List;

/** A specialist that bids on questions. Without state of its own; called in the shard's thread; must not block. */
public interface Agent {
    /** Who it is. */
    AgentName name();

    /** True if it has something to say to this question at all. */
    boolean answers(Question question);

    /** Adds its bids to {@code bids}. May add none. */
    void bid(Question question, Situation situation, Insight insight, List<Bid> bids);
}
