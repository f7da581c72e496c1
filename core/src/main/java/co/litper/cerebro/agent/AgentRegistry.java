package co.litper.cerebro.agent;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.vocabulary.Action;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Knows the agents and asks those concerned. Immutable; agents are asked in order of {@link AgentName}. */
public final class AgentRegistry {
    private final Map<Question, List<Agent>> byQuestion = new EnumMap<>(Question.class);

    /** A registry of {@code agents}; two of one name are refused. */
    public AgentRegistry(List<Agent> agents) {
        EnumMap<AgentName, Agent> byName = new EnumMap<>(AgentName.class);
        for (Agent agent : agents) {
            Agent other = byName.put(agent.name(), agent);
            if (other != null) {
                throw new IllegalArgumentException("two agents are named " + agent.name());
            }
        }
        for (Question question : Question.values()) {
            byQuestion.put(
                    question,
                    byName.values().stream().filter(a -> a.answers(question)).toList());
        }
    }

    /** The agents that exist so far. */
    public static AgentRegistry standard() {
        return new AgentRegistry(List.of(new LogisticsAgent(), new CustomerAgent()));
    }

    /**
     * All bids on a question, doing nothing included where that is an answer. The first is the incumbent: on a carrier the
     * first option, else {@code NONE}.
     */
    public List<Bid> bids(Question question, Situation situation, Insight insight) {
        List<Bid> bids = new ArrayList<>();
        if (question != Question.CARRIER) {
            bids.add(nothing(question, situation, insight));
        }
        for (Agent agent : byQuestion.getOrDefault(question, List.of())) {
            agent.bid(question, situation, insight, bids);
        }
        return bids;
    }

    private static Bid nothing(Question question, Situation situation, Insight insight) {
        if (question == Question.ISSUE) {
            return LogisticsAgent.rescue(AgentName.LOGISTICS, Action.NONE, situation, insight);
        }
        float confidence = switch (question) {
            case NOTIFY -> 1 - situation.forecast().delay();
            case WATCH -> 1 - situation.forecast().issue();
            case ISSUE, CARRIER -> 0;
        };
        return new Bid(AgentName.LOGISTICS, Action.NONE, "", 0, confidence, true);
    }
}
