package co.litper.cerebro.learners.forecast;

import co.litper.cerebro.learners.optimise.NelderMead;

/**
 * Level, trend and season, each smoothed; parameters by least squares of the one-step errors.
 *
 * <p>R. Hyndman, A. Koehler, J. K. Ord and R. Snyder, "Forecasting with exponential smoothing", 2008: the models of additive error. A
 * multiplicative season wants positive values and becomes an additive one where they are not.
 *
 * @param season steps, 1 for none
 * @param trend of the level
 * @param shape of the season
 */
public record ExponentialSmoothing(int season, Trend trend, Season shape) implements Method {
    private static final int MOST_EVALUATIONS = 250;
    private static final double STEP = 0.7;
    private static final double TOLERANCE = 1e-5;

    /** Range of the factor by which a damped trend falls a step. */
    private static final double LEAST_DAMPING = 0.8;

    private static final double MOST_DAMPING = 0.998;

    public ExponentialSmoothing {
        Histories.season(season);
    }

    /** How the level moves. */
    public enum Trend {
        NONE,
        LINEAR,
        /** A trend that falls by a factor each step. */
        DAMPED
    }

    /** How a season acts on the level. */
    public enum Season {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    @Override
    public int leastHistory() {
        return Math.max(4, shape == Season.NONE ? 4 : 2 * season);
    }

    @Override
    public Rule fit(double[] history) {
        Histories.check(history, leastHistory());
        boolean multiplies = shape == Season.MULTIPLICATIVE && Histories.positive(history);
        NelderMead search = new NelderMead(STEP, TOLERANCE, MOST_EVALUATIONS);
        double[] start = {Histories.free(0.2), Histories.free(0.05), Histories.free(0.1), Histories.free(0.8)};
        double[] best = search.minimise(p -> run(history, 0, p, multiplies).squares, start)
                .point();
        return (y, horizon) -> run(y, horizon, best, multiplies).next;
    }

    private record Run(double squares, double[] next) {}

    private Run run(double[] y, int horizon, double[] p, boolean multiplies) {
        double alpha = Histories.share(p[0]);
        double beta = trend == Trend.NONE ? 0 : alpha * Histories.share(p[1]);
        double gamma = shape == Season.NONE ? 0 : (1 - alpha) * Histories.share(p[2]);
        double phi = switch (trend) {
            case NONE -> 0;
            case LINEAR -> 1;
            case DAMPED -> LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * Histories.share(p[3]);
        };
        int m = shape == Season.NONE ? 1 : season;
        double level = Histories.mean(y, 0, Math.min(y.length, Math.max(m, 2)));
        double slope = 0;
        double[] pattern = pattern(y, m, level, multiplies);
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double base = level + phi * slope;
            double s = pattern[i % m];
            double error = y[i] - (multiplies ? base * s : base + s);
            double scaled = multiplies ? error / s : error;
            level = base + alpha * scaled;
            slope = phi * slope + beta * scaled;
            pattern[i % m] = s + gamma * (multiplies ? error / base : error);
            squares += error * error;
        }
        double[] next = new double[horizon];
        double reach = 0;
        double factor = 1;
        for (int h = 0; h < horizon; h++) {
            factor *= phi;
            reach += factor;
            double base = level + reach * slope;
            double s = pattern[(y.length + h) % m];
            next[h] = multiplies ? base * s : base + s;
        }
        return new Run(squares, next);
    }

    private double[] pattern(double[] y, int m, double level, boolean multiplies) {
        double[] pattern = shape == Season.NONE ? new double[1] : Histories.pattern(y, m);
        if (multiplies) {
            double mean = Histories.mean(y, 0, y.length);
            for (int k = 0; k < m; k++) {
                pattern[k] = Math.max(0.01, 1 + pattern[k] / Math.max(mean, Math.abs(level) * 1e-9));
            }
        }
        return pattern;
    }
}
