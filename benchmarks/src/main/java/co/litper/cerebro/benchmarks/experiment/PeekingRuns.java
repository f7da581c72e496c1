package co.litper.cerebro.benchmarks.experiment;

import co.litper.cerebro.learners.inference.DifferenceSequence;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Experiments without an effect, looked at after every observation; counts those that find one. */
final class PeekingRuns {
    private static final int EXPERIMENTS = 2_000;
    private static final int OBSERVATIONS = 10_000;
    private static final double COVERAGE = 0.95;
    private static final double TIGHTEST = 2_500;
    /** The two-sided 5 % point of the normal distribution, which the naive peeker uses. */
    private static final double NAIVE_Z = 1.959964;

    private PeekingRuns() {}

    /** Shares of experiments that find an effect, by kind of metric; always-valid, and the naive z-test beside. */
    static void run(long seed, SequencedMap<String, Object> ours, SequencedMap<String, Object> floor) {
        SequencedMap<String, ToDoubleFunction<SplittableRandom>> metrics = new LinkedHashMap<>();
        metrics.put("rate20", r -> r.nextDouble() < 0.2 ? 1 : 0);
        metrics.put("rate2", r -> r.nextDouble() < 0.02 ? 1 : 0);
        metrics.put("normal", SplittableRandom::nextGaussian);
        metrics.put("exponential", r -> -Math.log(1 - r.nextDouble()));
        metrics.forEach((name, metric) -> {
            int found = 0;
            int naive = 0;
            for (int i = 0; i < EXPERIMENTS; i++) {
                boolean[] both = experiment(new SplittableRandom(seed * EXPERIMENTS + i), metric);
                found += both[0] ? 1 : 0;
                naive += both[1] ? 1 : 0;
            }
            ours.put("falsePositives." + name, (double) found / EXPERIMENTS);
            floor.put("naiveZFalsePositives." + name, (double) naive / EXPERIMENTS);
        });
        ours.put("experiments", EXPERIMENTS);
        ours.put("observations", OBSERVATIONS);
    }

    private static boolean[] experiment(SplittableRandom random, ToDoubleFunction<SplittableRandom> metric) {
        DifferenceSequence sequence = new DifferenceSequence(COVERAGE, TIGHTEST);
        boolean found = false;
        boolean naive = false;
        double[] sums = new double[2];
        double[] squares = new double[2];
        for (int i = 0; i < OBSERVATIONS && !(found && naive); i++) {
            int group = random.nextBoolean() ? 1 : 0;
            double value = metric.applyAsDouble(random);
            sequence.observe(group == 1, value);
            sums[group] += value;
            squares[group] += value * value;
            found |= sequence.isDecided();
            naive |= sequence.reach() < Double.POSITIVE_INFINITY && z(sequence, sums, squares) > NAIVE_Z;
        }
        return new boolean[] {found, naive};
    }

    private static double z(DifferenceSequence sequence, double[] sums, double[] squares) {
        double variance = 0;
        for (int g = 0; g < 2; g++) {
            double n = sequence.count(g == 1);
            variance += (squares[g] / n - sums[g] / n * sums[g] / n) / n;
        }
        return Math.abs(sequence.difference()) / Math.sqrt(variance);
    }
}
