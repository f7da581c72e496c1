package co.litper.cerebro.simulator.report;

import co.litper.cerebro.learners.inference.Bootstrap;
import co.litper.cerebro.learners.inference.Moments;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A figure over worlds with its 95 % interval.
 *
 * @param value the figure, NaN if no world has one
 * @param low lower end, NaN for fewer than two worlds
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
    private static final double COVERAGE = 0.95;
    private static final int ROUNDS = 4_000;
    private static final long SEED = 1;

    /** The mean of what worlds say, by Student's t; worlds that say nothing are left out. */
    static Estimate mean(double... worlds) {
        double[] values = Arrays.stream(worlds).filter(Double::isFinite).toArray();
        if (values.length == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN);
        }
        Moments moments = Moments.of(values);
        if (values.length == 1) {
            return new Estimate(moments.mean(), Double.NaN, Double.NaN);
        }
        double reach = TDistribution.of(values.length - 1.0).inverseSurvivalProbability((1 - COVERAGE) / 2)
                * Math.sqrt(moments.variance() / values.length);
        return new Estimate(moments.mean(), moments.mean() - reach, moments.mean() + reach);
    }

    /** The ratio of two sums over worlds, by bootstrap over worlds, which keeps a world's two figures together. */
    static Estimate ratio(double[] above, double[] below) {
        double[] worlds = IntStream.range(0, above.length)
                .filter(i -> Double.isFinite(above[i]) && Double.isFinite(below[i]))
                .asDoubleStream()
                .toArray();
        ToDoubleFunction<double[]> ratio = drawn -> {
            double up = 0;
            double down = 0;
            for (double world : drawn) {
                up += above[(int) world];
                down += below[(int) world];
            }
            // A sample whose floor is its ceiling says nothing of the way between.
            return down == 0 ? 0 : up / down;
        };
        if (worlds.length == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN);
        }
        if (worlds.length == 1) {
            return new Estimate(ratio.applyAsDouble(worlds), Double.NaN, Double.NaN);
        }
        Bootstrap.Interval interval = Bootstrap.percentile(worlds, ratio, ROUNDS, COVERAGE, SEED);
        return new Estimate(ratio.applyAsDouble(worlds), interval.low(), interval.high());
    }
}
