package co.litper.cerebro.learners.search;

import co.litper.cerebro.learners.inference.Normal;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.List;

/**
 * For each parameter, given that it matters, a mixture of one kernel for each point that has it and a uniform one; parameters are
 * independent of each other. A number's kernel is as wide as the gap to its further neighbour.
 */
final class ParzenDensity {
    /** Chance that a kernel of a choice gives to all options alike, with one point. */
    private static final double ELSEWHERE = 0.5;
    /** Kernels of a number are at least as wide as this, over their number or over {@link #MOST_KERNELS}. */
    private static final double LEAST_WIDTH = 0.5;

    private static final double MOST_KERNELS = 100;
    /** Draws of a number outside its range before it is put on the edge. */
    private static final int MOST_DRAWS = 32;

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private final SearchSpace space;
    /** [parameter][kernel] centres in rising order; of choices, in any. */
    private final double[][] centres;

    private final double[][] widths;
    /** What a kernel holds inside the range. */
    private final double[][] inside;

    ParzenDensity(SearchSpace space, List<double[]> points) {
        this.space = space;
        centres = new double[space.size()][];
        widths = new double[space.size()][];
        inside = new double[space.size()][];
        for (int d = 0; d < centres.length; d++) {
            int at = d;
            centres[d] = points.stream()
                    .mapToDouble(p -> p[at])
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            widths[d] = new double[centres[d].length];
            inside[d] = new double[centres[d].length];
            for (int k = 0; k < widths[d].length && space.options(d) == 0; k++) {
                widths[d][k] = width(centres[d], k);
                inside[d][k] =
                        Normal.below((1 - centres[d][k]) / widths[d][k]) - Normal.below(-centres[d][k] / widths[d][k]);
            }
        }
    }

    private static double width(double[] sorted, int k) {
        double below = sorted[k] - (k == 0 ? 0 : sorted[k - 1]);
        double above = (k == sorted.length - 1 ? 1 : sorted[k + 1]) - sorted[k];
        double least = LEAST_WIDTH / Math.min(MOST_KERNELS, sorted.length + 2);
        return Math.max(least, Math.max(below, above));
    }

    /** A point by chance. */
    double[] draw(SplitMix random) {
        return space.draw(d -> {
            int k = random.nextInt(centres[d].length + 1);
            int options = space.options(d);
            if (options > 0) {
                boolean uniform = k == centres[d].length || random.nextDouble() < elsewhere(d);
                return uniform ? random.nextInt(options) : centres[d][k];
            }
            return k == centres[d].length ? random.nextDouble() : near(centres[d][k], widths[d][k], random);
        });
    }

    private double elsewhere(int d) {
        return ELSEWHERE / Math.sqrt(centres[d].length + 1);
    }

    private static double near(double centre, double width, SplitMix random) {
        double u = -1;
        for (int i = 0; i < MOST_DRAWS && (u < 0 || u > 1); i++) {
            u = centre + width * Gaussian.draw(random);
        }
        return Math.max(0, Math.min(1, u));
    }

    /** Logarithm of the density at a point. */
    double log(double[] point) {
        double log = 0;
        for (int d = 0; d < point.length; d++) {
            if (!Double.isNaN(point[d])) {
                log += Math.log(space.options(d) > 0 ? chance(d, point[d]) : density(d, point[d]));
            }
        }
        return log;
    }

    private double chance(int d, double option) {
        double uniform = 1.0 / space.options(d);
        double sum = uniform;
        for (double centre : centres[d]) {
            sum += elsewhere(d) * uniform + (centre == option ? 1 - elsewhere(d) : 0);
        }
        return sum / (centres[d].length + 1);
    }

    private double density(int d, double v) {
        double sum = 1;
        for (int k = 0; k < centres[d].length; k++) {
            double z = (v - centres[d][k]) / widths[d][k];
            sum += Math.exp(-z * z / 2) / (ROOT_TWO_PI * widths[d][k] * inside[d][k]);
        }
        return sum / (centres[d].length + 1);
    }
}
