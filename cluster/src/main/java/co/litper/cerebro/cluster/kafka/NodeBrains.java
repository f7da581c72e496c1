package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.think.DecisionMaker;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/**
 * Makes brains as the settings of an installation want them: every node the same, and the same as one process.
 *
 * @param window the moment at which people may be contacted, from one at which they may not
 * @param seed of exploration
 */
public record NodeBrains(LongUnaryOperator window, AnswerDeadlines deadlines, long seed) implements ClusterNode.Brains {
    /** As {@code configuration} says. */
    public static NodeBrains of(Configuration configuration) {
        HolidayCalendar holidays = new ColombianHolidays();
        return new NodeBrains(
                Wiring.contactWindow(configuration, holidays),
                AnswerDeadlines.standard(holidays),
                Long.parseLong(configuration.get("exploration.seed")));
    }

    @Override
    public Brain brain(ShardState state, LongFunction<BrainSnapshot> snapshots) {
        return new Brain(
                state,
                new DecisionMaker(AgentRegistry.standard()),
                new EffectPlanner(window),
                new Senses(deadlines),
                snapshots,
                seed);
    }
}
