package co.litper.cerebro.learners.forecast;

import co.litper.cerebro.learners.optimise.NelderMead;

/**
 * The mean of a line and of a smoothed curve that exaggerates what the line leaves; the line is drawn anew as the series goes on, and how
 * much is exaggerated is fitted.
 *
 * <p>V. Assimakopoulos and K. Nikolopoulos, "The theta model", International Journal of Forecasting 2000, as the dynamic optimised model
 * of J. Fiorucci et al., "Models for optimising the theta method and their relationship to state space models", same journal 2016. The
 * season is taken out first, by ratio where values are positive and by difference else.
 *
 * @param season steps, 1 for none
 */
public record Theta(int season) implements Method {
    private static final int MOST_EVALUATIONS = 150;

    public Theta {
        Histories.season(season);
    }

    @Override
    public int leastHistory() {
        return Math.max(4, 2 * season);
    }

    @Override
    public Rule fit(double[] history) {
        Histories.check(history, leastHistory());
        boolean logs = Histories.positive(history);
        double[] seasonless = seasonless(logs ? Histories.logs(history) : history, logs);
        double[] best = new NelderMead(0.7, 1e-5, MOST_EVALUATIONS)
                .minimise(p -> run(seasonless, 0, p).squares, new double[] {Histories.free(0.4), Math.log(1)})
                .point();
        return (y, horizon) -> {
            double[] used = logs && Histories.positive(y) ? Histories.logs(y) : y;
            boolean powered = used != y;
            double[] pattern = Histories.pattern(used, season);
            double[] next = run(seasonless(used, powered), horizon, best).next;
            for (int h = 0; h < horizon; h++) {
                double s = pattern[(y.length + h) % season];
                next[h] = powered ? next[h] * Math.exp(s) : next[h] + s;
            }
            return next;
        };
    }

    private double[] seasonless(double[] used, boolean powered) {
        double[] pattern = Histories.pattern(used, season);
        double[] left = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            double value = used[i] - pattern[i % season];
            left[i] = powered ? Math.exp(value) : value;
        }
        return left;
    }

    private record Run(double squares, double[] next) {}

    /** Level, and a line through all values so far, whose mean is kept as the series goes on. */
    private static Run run(double[] y, int horizon, double[] p) {
        double alpha = Histories.share(p[0]);
        double theta = 1 + Math.exp(Math.max(-5, Math.min(5, p[1])));
        double level = y[0];
        double mean = 0;
        double slope = 0;
        double crossed = 0;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            if (i > 0) {
                double told = level + (1 - 1 / theta) * line(i, alpha, slope);
                squares += i > 2 ? (y[i] - told) * (y[i] - told) : 0;
            }
            level += alpha * (y[i] - level);
            int n = i + 1;
            mean += (y[i] - mean) / n;
            crossed += (double) n * y[i];
            slope = n < 3 ? 0 : (12 * crossed / n - 6 * (n + 1.0) * mean) / ((double) n * n - 1);
        }
        double[] next = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            next[h] = level + (1 - 1 / theta) * slope * (h + 1 / alpha - Math.pow(1 - alpha, y.length) / alpha);
        }
        return new Run(squares, next);
    }

    /** What the line adds to the level for the next step after {@code n} values. */
    private static double line(int n, double alpha, double slope) {
        return slope * (1 - Math.pow(1 - alpha, n)) / alpha;
    }
}
