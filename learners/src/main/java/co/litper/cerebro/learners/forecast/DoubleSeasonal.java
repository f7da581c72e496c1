package co.litper.cerebro.learners.forecast;

import co.litper.cerebro.learners.optimise.NelderMead;

/**
 * Exponential smoothing with a season within a season, such as the day in the week, and a correction for errors that follow each other.
 *
 * <p>J. W. Taylor, "Short-term electricity demand forecasting using double seasonal exponential smoothing", Journal of the Operational
 * Research Society 2003, in its additive form.
 *
 * @param inner steps of the shorter season, at least 2
 * @param outer steps of the longer one, a multiple of {@code inner}
 * @param logs whether it works on logarithms where all values are positive, which makes seasons multiply
 */
public record DoubleSeasonal(int inner, int outer, boolean logs) implements Method {
    private static final int MOST_EVALUATIONS = 250;

    public DoubleSeasonal {
        if (inner < 2 || outer <= inner || outer % inner != 0) {
            throw new IllegalArgumentException(
                    "outer must be a multiple of inner, which is at least 2; are " + outer + " and " + inner);
        }
    }

    @Override
    public int leastHistory() {
        return 2 * outer;
    }

    @Override
    public Rule fit(double[] history) {
        Histories.check(history, leastHistory());
        boolean powered = logs && Histories.positive(history);
        double[] used = powered ? Histories.logs(history) : history;
        double[] start = {Histories.free(0.1), Histories.free(0.15), Histories.free(0.15), Histories.free(0.7)};
        double[] best = new NelderMead(0.7, 1e-5, MOST_EVALUATIONS)
                .minimise(p -> run(used, 0, p).squares, start)
                .point();
        return (y, horizon) -> {
            boolean still = powered && Histories.positive(y);
            double[] next = run(still ? Histories.logs(y) : y, horizon, best).next;
            return still ? Histories.powers(next) : next;
        };
    }

    private record Run(double squares, double[] next) {}

    private Run run(double[] y, int horizon, double[] p) {
        double alpha = Histories.share(p[0]);
        double gamma = Histories.share(p[1]);
        double delta = Histories.share(p[2]);
        double phi = Histories.share(p[3]);
        double[] within = Histories.pattern(y, inner);
        double[] around = Histories.pattern(y, outer);
        for (int k = 0; k < outer; k++) {
            around[k] -= within[k % inner];
        }
        double level = Histories.mean(y, 0, outer);
        double last = 0;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double s = within[i % inner];
            double w = around[i % outer];
            double plain = y[i] - level - s - w;
            double error = plain - phi * last;
            squares += i < inner ? 0 : error * error;
            level += alpha * error;
            within[i % inner] = s + gamma * error;
            around[i % outer] = w + delta * error;
            last = y[i] - level - within[i % inner] - around[i % outer];
        }
        double[] next = new double[horizon];
        double carried = last;
        for (int h = 0; h < horizon; h++) {
            carried *= phi;
            next[h] = level + within[(y.length + h) % inner] + around[(y.length + h) % outer] + carried;
        }
        return new Run(squares, next);
    }
}
