package co.litper.cerebro.benchmarks;

import co.litper.cerebro.benchmarks.anomaly.AnomalyBench;
import co.litper.cerebro.benchmarks.bandit.BanditBench;
import co.litper.cerebro.benchmarks.bandit.OffPolicyBench;
import co.litper.cerebro.benchmarks.bandit.ReplayBench;
import co.litper.cerebro.benchmarks.cluster.ClusterBench;
import co.litper.cerebro.benchmarks.drift.DriftBench;
import co.litper.cerebro.benchmarks.experiment.ExperimentBench;
import co.litper.cerebro.benchmarks.forecast.ForecastBench;
import co.litper.cerebro.benchmarks.http.HttpBench;
import co.litper.cerebro.benchmarks.http.PagesBench;
import co.litper.cerebro.benchmarks.knowledge.CausesBench;
import co.litper.cerebro.benchmarks.knowledge.GraphBench;
import co.litper.cerebro.benchmarks.lifetime.LifetimeBench;
import co.litper.cerebro.benchmarks.memory.MemoryBench;
import co.litper.cerebro.benchmarks.memory.RetrievalBench;
import co.litper.cerebro.benchmarks.memory.SimilarityBench;
import co.litper.cerebro.benchmarks.redis.RedisBench;
import co.litper.cerebro.benchmarks.reinforce.ReinforceBench;
import co.litper.cerebro.benchmarks.scorer.ScorerBench;
import co.litper.cerebro.benchmarks.search.SearchBench;
import co.litper.cerebro.benchmarks.streams.PrequentialBench;
import co.litper.cerebro.benchmarks.thinking.ThinkingBench;
import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandContribution;
import java.util.List;

/** Brings the command {@code bench} to the command line where this module is on the class path. */
public final class BenchContribution implements CommandContribution {
    @Override
    public Object command(CliContext context) {
        return new BenchCommand(
                context,
                List.of(
                        new AnomalyBench(),
                        new BanditBench(),
                        new ClusterBench(),
                        new DecisionsBench(),
                        new DriftBench(),
                        new DurabilityBench(),
                        new ExperimentBench(),
                        new ForecastBench(),
                        new HttpBench(),
                        new LifetimeBench(),
                        new OffPolicyBench(),
                        new OlistBench(),
                        new PagesBench(),
                        new PrequentialBench(),
                        new RedisBench(),
                        new ReinforceBench(),
                        new ReplayBench(),
                        new ScorerBench(),
                        new SearchBench(),
                        new SimilarityBench(),
                        new RetrievalBench(),
                        new MemoryBench(),
                        new CausesBench(),
                        new GraphBench(),
                        new ThinkingBench()));
    }
}
