package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.PolicyWorth.Assumed;
import co.litper.cerebro.learn.replay.PolicyWorth.FromLog;
import co.litper.cerebro.learn.replay.ReplayPolicy;
import co.litper.cerebro.simulator.report.CoveragePlan;
import co.litper.cerebro.simulator.report.CoverageStudy;
import co.litper.cerebro.simulator.report.Covered;
import co.litper.cerebro.simulator.report.Watch;
import co.litper.cerebro.simulator.report.WorldStages;
import co.litper.cerebro.simulator.world.WorldParameters;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often the intervals of {@code ./cerebro replay} hold what policies truly earn when they play in the same world. */
public final class ReplayBench implements Bench {
    private static final String NAME = "replay";
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");
    private static final int TAIL_DAYS = 20;
    private static final double PERCENT = 100;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "off-policy intervals against the truth in a simulated world (--question, --policies, --world, --worlds,"
                + " --seed, --days, --warmup, --orders-per-day, --explore PERCENT, --plays, --threads)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(
                args,
                List.of(
                        "--question",
                        "--policies",
                        "--world",
                        "--worlds",
                        "--seed",
                        "--days",
                        "--warmup",
                        "--orders-per-day",
                        "--explore",
                        "--plays",
                        "--threads"));
        int worlds = options.number("--worlds", 1, 1, 1_000);
        int threads = options.number("--threads", Runtime.getRuntime().availableProcessors(), 1, 256);
        CoveragePlan first = plan(options, 0);
        List<Covered> covered = new ArrayList<>();
        try {
            for (int world = 0; world < worlds; world++) {
                covered.addAll(run(plan(options, world), options, threads, new Told(progress)));
                progress.printf("replay: %d of %d worlds%n", world + 1, worlds);
            }
            return result(first, covered, options);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchDataException("stopped", e);
        }
    }

    /** The incumbent first: what the brain is worth is the gain of its log over that one. */
    private static List<Covered> run(CoveragePlan plan, Options options, int threads, Watch watch)
            throws InterruptedException {
        WorldStages stages = new WorldStages(
                WorldParameters::sample, plan.holidays(), START, options.number("--orders-per-day", 200, 1, 10_000));
        CoverageStudy study = new CoverageStudy(plan, stages, watch);
        List<ReplayPolicy> policies = new ArrayList<>(List.of(study.incumbent()));
        int others = options.number("--policies", 50, 1, 1_000) - 1;
        policies.addAll(OtherPolicies.of(plan.question(), others, plan.seed()));
        return study.run(policies, threads);
    }

    private static CoveragePlan plan(Options options, int further) {
        Map<String, Question> questions =
                Map.of("carrier", Question.CARRIER, "notify", Question.NOTIFY, "issue", Question.ISSUE);
        return new CoveragePlan(
                options.oneOf("--question", "carrier", questions),
                further + options.number("--world", 1, 0, Integer.MAX_VALUE - 1_000),
                further + options.number("--seed", 1, 0, Integer.MAX_VALUE - 1_000),
                START,
                options.number("--warmup", 20, 0, 1_000),
                options.number("--days", 60, 1, 1_000),
                TAIL_DAYS,
                options.number("--explore", 20, 0, 50) / PERCENT,
                options.number("--plays", 1, 1, 100),
                new ColombianHolidays());
    }

    private static BenchResult result(CoveragePlan plan, List<Covered> covered, Options options) {
        List<Covered> told = covered.stream().filter(Covered::isTold).toList();
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        ours.put("question", plan.question().name().toLowerCase(Locale.ROOT));
        ours.put("policies", covered.size());
        List<Covered> incumbents = told.stream()
                .filter(c ->
                        c.worth().policy().equals(covered.getFirst().worth().policy()))
                .toList();
        ours.put("incumbentsTold", incumbents.size());
        ours.put(
                "incumbentGainCoverage",
                share(incumbents, incumbents.stream().filter(Covered::holdsGain).count()));
        ours.put(
                "incumbentGainCop",
                incumbents.stream()
                        .mapToDouble(c -> c.loggedCop() - c.truthCop())
                        .average()
                        .orElse(Double.NaN));
        ours.put("told", told.size());
        ours.put("refused", covered.size() - told.size());
        ours.put(
                "valueCoverage",
                share(told, told.stream().filter(Covered::holdsValue).count()));
        ours.put(
                "gainCoverage",
                share(told, told.stream().filter(Covered::holdsGain).count()));
        ours.put(
                "weightedCoverage",
                share(told, told.stream().filter(Covered::holdsWeighted).count()));
        ours.put(
                "meanWidthCop",
                told.stream().mapToDouble(ReplayBench::width).average().orElse(Double.NaN));
        ours.put(
                "meanTruthErrorCop",
                covered.stream().mapToDouble(Covered::truthError).average().orElse(Double.NaN));
        ours.put("parcels", covered.getFirst().worth().parcels());
        ours.put("loggedCop", covered.getFirst().worth().logged());
        ours.put("loggedTruthCop", covered.getFirst().loggedCop());
        ours.put("byPolicy", covered.stream().map(ReplayBench::line).toList());
        return new BenchResult(
                NAME,
                ours,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(Map.of("coverage", 0.95)),
                List.of(plan.world(), plan.seed()),
                options.command(NAME));
    }

    private static double share(List<Covered> told, long held) {
        return told.isEmpty() ? Double.NaN : (double) held / told.size();
    }

    private static double width(Covered c) {
        return c.worth().told() instanceof FromLog told
                ? told.value().high() - told.value().low()
                : Double.NaN;
    }

    private static SequencedMap<String, Object> line(Covered c) {
        SequencedMap<String, Object> line = new LinkedHashMap<>();
        line.put("policy", c.worth().policy());
        line.put("truth", Math.round(c.truthCop()));
        line.put("effective", Math.round(c.worth().effective()));
        switch (c.worth().told()) {
            case FromLog told -> {
                line.put("value", Math.round(told.value().mean()));
                line.put("low", Math.round(told.value().low()));
                line.put("high", Math.round(told.value().high()));
                line.put("held", c.holdsValue());
                line.put("gainHeld", c.holdsGain());
                line.put("gainLow", Math.round(told.gain().low()));
                line.put("gainHigh", Math.round(told.gain().high()));
                line.put("gainTruth", Math.round(c.truthCop() - c.loggedCop()));
            }
            case Assumed assumed -> {
                line.put("assumed", Math.round(assumed.valueCop()));
                line.put("missing", new ArrayList<>(assumed.missing()).toString());
            }
        }
        return line;
    }

    /** Tells every five hundredth day. */
    private static final class Told implements Watch {
        private static final int EVERY = 500;

        private final PrintStream out;
        private final AtomicLong passed = new AtomicLong();
        private final AtomicLong planned = new AtomicLong();

        Told(PrintStream out) {
            this.out = out;
        }

        @Override
        public void planned(long days) {
            planned.addAndGet(days);
        }

        @Override
        public void dayPassed() {
            long days = passed.incrementAndGet();
            if (days % EVERY == 0) {
                out.printf("replay: %d of %d simulated days%n", days, planned.get());
            }
        }

        @Override
        public boolean isStopped() {
            return false;
        }
    }
}
