package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.bandit.Options;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.report.Estimate;
import co.litper.cerebro.simulator.report.Plan;
import co.litper.cerebro.simulator.report.Variant;
import co.litper.cerebro.simulator.report.VariantStudy;
import co.litper.cerebro.simulator.report.Watch;
import co.litper.cerebro.simulator.report.WorldStages;
import co.litper.cerebro.simulator.world.WorldParameters;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What thinking adds in reward, in the same worlds with the same luck: the product without, and with a reasoner that errs at a
 * known rate, and with recall and graph. Beside it the latency of fast decisions while the reasoner never answers.
 *
 * <p>A variant more is a line more in {@link #VARIANTS}; the first is what the others are held against.
 */
public final class ThinkingBench implements Bench {
    private static final String WORLDS = "--worlds";
    private static final String DAYS = "--days";
    private static final String WARMUP = "--warmup";
    private static final String ORDERS = "--orders-per-day";
    private static final String SEED = "--seed";
    private static final String ROUNDS = "--rounds";
    private static final String COST = "--thought-cop";

    /** A Monday, midnight in Bogotá. */
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");

    /** A parcel that is ordered on the last day has ended by then. */
    private static final int TAIL_DAYS = 20;

    private static final Map<String, String> ON = Map.of("thinking.mode", "on");

    /** What is compared. */
    private static final List<Variant> VARIANTS = Stream.concat(
                    Stream.of(
                            Variant.of("without", Map.of()),
                            Variant.thinking("thinkingNeverWrong", 0, ON),
                            Variant.thinking("thinkingWrong20", 0.2, ON),
                            Variant.thinking("thinkingWrong50", 0.5, ON),
                            Variant.thinking("thinkingAtRandom", 1, ON)),
                    MemoryVariants.all().stream())
            .toList();

    @Override
    public String name() {
        return "thinking";
    }

    @Override
    public String description() {
        return "what slow thinking adds, and fast decisions while it hangs (--worlds 10 --days 60 --warmup 60 --rounds 5)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of(WORLDS, DAYS, WARMUP, ORDERS, SEED, ROUNDS, COST));
        int worlds = options.number(WORLDS, 10, 1, 200);
        int rounds = options.number(ROUNDS, 5, 0, 100);
        long seed = options.number(SEED, 1, 0, Integer.MAX_VALUE);
        int cost = options.number(COST, 150, 0, 100_000);
        Plan plan = new Plan(
                List.of(Players.CEREBRO_WARM),
                worlds,
                seed,
                START,
                options.number(WARMUP, 60, 0, 1_000),
                options.number(DAYS, 60, 1, 1_000),
                TAIL_DAYS,
                new ColombianHolidays(),
                Map.of(),
                false);
        WorldStages stages = new WorldStages(
                WorldParameters::sample, plan.holidays(), START, options.number(ORDERS, 150, 1, 10_000));
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        try {
            progress.println("thinking: " + VARIANTS.size() + " variants in " + worlds + " worlds");
            List<VariantStudy.Line> lines = new VariantStudy(plan, stages, cost, Watch.NONE)
                    .run(VARIANTS, Runtime.getRuntime().availableProcessors())
                    .orElseThrow();
            lines.forEach(line -> ours.put(line.variant().name(), figures(line)));
            ours.put(
                    "addsNothing",
                    lines.stream()
                            .skip(1)
                            .filter(line -> !line.adds())
                            .map(line -> line.variant().name())
                            .toList());
            if (rounds > 0) {
                progress.println("thinking: fast decisions while the reasoner hangs, " + rounds + " rounds");
                ours.putAll(new HangingReasoner(seed).run(rounds, progress));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new BenchResult(
                name(),
                ours,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                plan.seeds(),
                options.command(name()));
    }

    private static SequencedMap<String, Object> figures(VariantStudy.Line line) {
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("marginCop", line.marginCop().value());
        figures.put("gainCop", line.gainCop().value());
        figures.put("gainInterval", interval(line.gainCop()));
        figures.put("rescuedShare", line.rescued().value());
        figures.put("considered", line.considered());
        figures.put("asked", line.asked());
        figures.put("differed", line.differed());
        figures.put("followed", line.followed());
        return figures;
    }

    private static List<Double> interval(Estimate e) {
        return List.of(e.low(), e.high());
    }
}
