package co.litper.cerebro.learners.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The interval of a figure by resampling cases with replacement; give it the difference of two methods on the same cases
 * and what both find hard cancels out. Deterministic in the seed; O(rounds × cost of the figure).
 *
 * <p>B. Efron, "Bootstrap methods: another look at the jackknife", 1979; percentile interval.
 */
public final class PairedBootstrap {
    private PairedBootstrap() {}

    /** A figure of the cases at {@code indices}, some of which repeat. */
    @FunctionalInterface
    public interface Figure {
        double of(int[] indices);
    }

    /**
     * An interval.
     *
     * @param value the figure of all cases
     * @param low lower end
     * @param high upper end
     */
    public record Interval(double value, double low, double high) {}

    /**
     * The interval of {@code figure} over {@code cases} cases.
     *
     * @param cases at least 1
     * @param rounds resamples, at least 20
     * @param coverage such as 0.95, between 0 and 1
     */
    public static Interval interval(int cases, int rounds, double coverage, long seed, Figure figure) {
        if (cases < 1 || rounds < 20 || !(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("cases at least 1, rounds at least 20, coverage between 0 and 1, are "
                    + cases + ", " + rounds + ", " + coverage);
        }
        int[] indices = new int[cases];
        Arrays.setAll(indices, i -> i);
        double value = figure.of(indices);
        SplittableRandom random = new SplittableRandom(seed);
        double[] figures = new double[rounds];
        for (int r = 0; r < rounds; r++) {
            for (int i = 0; i < cases; i++) {
                indices[i] = random.nextInt(cases);
            }
            figures[r] = figure.of(indices);
        }
        Arrays.sort(figures);
        double tail = (1 - coverage) / 2;
        return new Interval(
                value, figures[(int) Math.floor(tail * rounds)], figures[(int) Math.ceil((1 - tail) * rounds) - 1]);
    }
}
