package co.litper.cerebro.learners.search;

/**
 * Makes losses look more like draws from one normal distribution: a power transform, then mean 0 and variance 1.
 *
 * <p>I.-K. Yeo and R. A. Johnson, "A new family of power transformations to improve normality or symmetry", Biometrika 87, 2000; the
 * power is the likeliest of a grid.
 */
final class Warp {
    private static final double LEAST_POWER = -3;
    private static final double MOST_POWER = 2;
    private static final double STEP = 0.25;

    private Warp() {}

    static double[] of(double[] losses) {
        double[] standard = standardised(losses);
        double[] best = standard;
        double most = Double.NEGATIVE_INFINITY;
        for (double power = LEAST_POWER; power <= MOST_POWER; power += STEP) {
            double[] candidate = new double[standard.length];
            double jacobian = 0;
            for (int i = 0; i < standard.length; i++) {
                candidate[i] = transformed(standard[i], power);
                jacobian += (power - 1) * Math.signum(standard[i]) * Math.log1p(Math.abs(standard[i]));
            }
            double likelihood = jacobian - 0.5 * losses.length * Math.log(variance(candidate));
            if (likelihood > most) {
                most = likelihood;
                best = candidate;
            }
        }
        return standardised(best);
    }

    private static double transformed(double y, double power) {
        if (y >= 0) {
            return power == 0 ? Math.log1p(y) : (Math.pow(y + 1, power) - 1) / power;
        }
        return power == 2 ? -Math.log1p(-y) : -(Math.pow(1 - y, 2 - power) - 1) / (2 - power);
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += (values[i] - mean) / (i + 1);
        }
        return mean;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return Math.max(Double.MIN_NORMAL, sum / values.length);
    }

    private static double[] standardised(double[] values) {
        double most = 0;
        for (double v : values) {
            most = Math.max(most, Math.abs(v));
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = most > 0 ? values[i] / most : 0;
        }
        double mean = mean(scaled);
        double deviation = Math.sqrt(variance(scaled));
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (scaled[i] - mean) / deviation;
        }
        return scaled;
    }
}
