package co.litper.cerebro.benchmarks;

import co.litper.cerebro.learners.evaluate.PairedBootstrap;
import java.util.Arrays;
import java.util.List;

/** The mean of what each seed gave, and its bootstrapped interval of 95 %. */
public final class MeanOverSeeds {
    private static final int RESAMPLES = 2_000;
    private static final double COVERAGE = 0.95;
    private static final long RESAMPLING_SEED = 7;

    private MeanOverSeeds() {}

    /** The mean; of at least one value. */
    public static double of(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Low and high end of the mean's interval; equal values give equal ends. */
    public static List<Double> interval(double[] values) {
        PairedBootstrap.Interval interval = PairedBootstrap.interval(
                values.length,
                RESAMPLES,
                COVERAGE,
                RESAMPLING_SEED,
                indices -> Arrays.stream(indices)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow());
        return List.of(interval.low(), interval.high());
    }
}
