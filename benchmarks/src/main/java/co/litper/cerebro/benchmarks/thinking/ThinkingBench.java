package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.MeanOverSeeds;
import co.litper.cerebro.benchmarks.bandit.Options;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What each way of thinking adds to a parcel's margin over the product without it, in equal worlds. */
public final class ThinkingBench implements Bench {
    private static final String WORLDS = "--worlds";
    private static final String DAYS = "--days";
    private static final String WARMUP = "--warmup";
    private static final String ORDERS = "--orders";
    private static final String SEED = "--seed";
    private static final int MOST = 10_000;

    @Override
    public String name() {
        return "thinking";
    }

    @Override
    public String description() {
        return "what recall and graph add to a parcel's margin, paired by world (--worlds 12 --warmup 40 --days 60"
                + " --orders 60 --seed 1)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of(WORLDS, DAYS, WARMUP, ORDERS, SEED));
        int worlds = options.number(WORLDS, 12, 2, MOST);
        Life life = new Life(
                options.number(ORDERS, 60, 1, MOST),
                options.number(WARMUP, 40, 0, MOST),
                options.number(DAYS, 60, 1, MOST));
        long first = options.number(SEED, 1, 0, Integer.MAX_VALUE);
        List<Variant> variants = MemoryVariants.all();
        double[] base = new double[worlds];
        double[][] gains = new double[variants.size()][worlds];
        List<Long> seeds = new ArrayList<>();
        for (int w = 0; w < worlds; w++) {
            long seed = first + w;
            seeds.add(seed);
            base[w] = life.with(Mind.plain(), seed).marginPerParcel();
            for (int v = 0; v < variants.size(); v++) {
                Mind mind = variants.get(v).minds().get();
                gains[v][w] = life.with(mind, seed).marginPerParcel() - base[w];
            }
            progress.println("thinking: world " + seed + " of " + (first + worlds - 1));
        }
        return new BenchResult(
                "thinking",
                ours(variants, gains),
                floor(base),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                seeds,
                options.command("thinking"));
    }

    private static SequencedMap<String, Object> ours(List<Variant> variants, double[][] gains) {
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        for (int v = 0; v < variants.size(); v++) {
            List<Double> interval = MeanOverSeeds.interval(gains[v]);
            String name = variants.get(v).name();
            ours.put(name + "GainCop", MeanOverSeeds.of(gains[v]));
            ours.put(name + "GainCopInterval", interval);
            ours.put(name + "Helps", interval.getFirst() > 0);
        }
        return ours;
    }

    private static SequencedMap<String, Object> floor(double[] base) {
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        floor.put("plainMarginCop", MeanOverSeeds.of(base));
        floor.put("plainMarginCopInterval", MeanOverSeeds.interval(base));
        return floor;
    }
}
