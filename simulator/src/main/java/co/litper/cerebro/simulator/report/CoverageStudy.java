package co.litper.cerebro.simulator.report;

import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.ChoiceReader;
import co.litper.cerebro.learn.replay.Episode;
import co.litper.cerebro.learn.replay.Policies;
import co.litper.cerebro.learn.replay.PolicyWorth;
import co.litper.cerebro.learn.replay.Replay;
import co.litper.cerebro.learn.replay.ReplayPolicy;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.world.Hash64;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Holds off-policy estimates against the truth: the product explores in a world, other policies are judged by its log, and
 * then play in the same world, as the product with their own answers to the question. The truth is in the pesos of the
 * product's own ledger, of the same days. Equal arguments give equal figures, whatever the threads.
 */
public final class CoverageStudy {
    private static final long PLAYER_SALT = 0x636f766572616765L;

    private final CoveragePlan plan;
    private final Stages stages;
    private final Watch watch;

    public CoverageStudy(CoveragePlan plan, Stages stages, Watch watch) {
        this.plan = plan;
        this.stages = stages;
        this.watch = watch;
    }

    /** A mean with its standard error. */
    private record Mean(double cop, double error) {}

    /** What would be done without the product: the carriers of a well-informed merchant, the answers of a good team. */
    public ReplayPolicy incumbent() {
        return switch (plan.question()) {
            case CARRIER -> new IncumbentPolicy(ranking());
            case ISSUE -> Policies.find("constants").orElseThrow();
            case NOTIFY -> Policies.find("never-notify").orElseThrow();
            case WATCH -> Policies.find("greedy").orElseThrow();
        };
    }

    private DepartmentRanking ranking() {
        DepartmentRanking ranking = new DepartmentRanking();
        new RankingStudy(stages, plan.holidays(), plan.start(), watch).fill(ranking, plan.world());
        return ranking;
    }

    /** The log of the product in this world. */
    public ChoiceLog log() {
        return live(Chooser.EXPLORING, 0);
    }

    /** Judges policies by the product's log and plays them. Simulated days: life × plays × (policies + 1) + life. */
    public List<Covered> run(List<ReplayPolicy> policies, int threads) throws InterruptedException {
        watch.planned((long) plan.lifeDays() * (plan.plays() * (policies.size() + 1L) + 1));
        Replay replay = new Replay(log());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Future<Mean> logged = pool.submit(() -> truth(Chooser.EXPLORING));
            List<Future<Mean>> truths = new ArrayList<>();
            for (ReplayPolicy policy : policies) {
                truths.add(pool.submit(() -> truth(Policies.chooser(policy, plan.question()))));
            }
            List<Covered> covered = new ArrayList<>();
            for (int p = 0; p < policies.size(); p++) {
                PolicyWorth worth = replay.worth(policies.get(p), plan.question());
                Mean truth = truths.get(p).get();
                covered.add(new Covered(
                        worth,
                        truth.cop(),
                        truth.error(),
                        logged.get().cop(),
                        logged.get().error()));
            }
            return covered;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Mean truth(Chooser chooser) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (int play = 1; play <= plan.plays(); play++) {
            for (Episode episode : live(chooser, play).of(plan.question()).episodes()) {
                double cop = episode.returnCop();
                sum += cop;
                squares += cop * cop;
                count++;
            }
        }
        double mean = sum / count;
        return new Mean(mean, Math.sqrt(Math.max(0, squares / count - mean * mean) / count));
    }

    /** One life of the product, its winners drawn by {@code chooser}. */
    private ChoiceLog live(Chooser chooser, int play) {
        ChoiceReader reader = new ChoiceReader(plan.period(), EnumSet.of(plan.question()), merchant -> true);
        Stage stage = stages.open(plan.world(), plan.seed(), story -> {});
        Players.Seat seat = new Players.Seat(
                stage.desk(),
                new QuietTruth(stage.truth()),
                plan.holidays(),
                Hash64.of(PLAYER_SALT, plan.seed() + play),
                plan.start(),
                new DepartmentRanking(),
                Map.of("exploration.rate", String.format(Locale.ROOT, "%s", plan.explorationRate())),
                (now, entries, parcels) -> entries.forEach(reader::take));
        try (Player player = Players.product(seat, chooser)) {
            stage.opening().forEach(player::meet);
            Match.live(stage, player, plan.start(), plan.lifeDays(), watch);
        }
        return reader.finish();
    }
}
