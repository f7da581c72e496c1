package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.player.Players;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets every player of a plan live through every world, several at a time. */
public final class Tournament {
    private final Plan plan;
    private final Stages stages;
    private final Watch watch;

    /** One player in one world, on its way. */
    private record Pending(Players who, int world, Future<Optional<Run>> run) {}

    public Tournament(Plan plan, Stages stages, Watch watch) {
        this.plan = plan;
        this.stages = stages;
        this.watch = watch;
    }

    /** Simulated days that {@link #play} takes. */
    public static long days(Plan plan) {
        long lives = (long) plan.players().size() * plan.lifeDays();
        return plan.worlds() * (lives + (plan.players().contains(Players.STATIC) ? RankingStudy.DAYS : 0));
    }

    /**
     * Plays.
     *
     * @param threads worlds at a time, at least 1; says nothing about the outcome
     * @return how all fared, or empty if the watch stopped it
     */
    public Optional<Standings> play(int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return gather(begin(pool));
        } finally {
            pool.shutdownNow();
        }
    }

    /** Those that take longest first, so that none is waited for alone. */
    private List<Pending> begin(ExecutorService pool) {
        Match match = new Match(plan, stages, watch);
        List<Players> order = plan.players().stream()
                .sorted(Comparator.comparing(Players::isCerebro).reversed())
                .toList();
        List<Pending> pending = new ArrayList<>();
        for (Players who : order) {
            for (int world = 0; world < plan.worlds(); world++) {
                int number = world;
                pending.add(new Pending(who, number, pool.submit(() -> match.play(who, number))));
            }
        }
        return pending;
    }

    private Optional<Standings> gather(List<Pending> pending) throws InterruptedException {
        SortedMap<Players, List<Run>> runs = new TreeMap<>();
        for (Pending one : pending) {
            Optional<Run> run = result(one);
            if (run.isEmpty()) {
                return Optional.empty();
            }
            runs.computeIfAbsent(one.who(), _ -> new ArrayList<>()).add(run.get());
        }
        return Optional.of(new Standings(plan, runs));
    }

    private Optional<Run> result(Pending one) throws InterruptedException {
        try {
            return one.run().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    one.who().wire() + " failed in the world of seed " + plan.worldSeed(one.world())
                            + ". Maybe: ./cerebro simulate --worlds 1 --seed " + plan.worldSeed(one.world())
                            + " --policies " + one.who().wire(),
                    e.getCause());
        }
    }
}
