package co.litper.cerebro.learners.forecast;

import co.litper.cerebro.learners.offpolicy.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear function of the last values and of those one and two seasons ago, by ridge regression, stepped forward on its own forecasts.
 *
 * @param inner steps of the season, at least 1
 * @param outer steps of a longer season, or {@code inner} if there is none
 * @param logs whether it works on logarithms where all values are positive
 */
public record LaggedRegression(int inner, int outer, boolean logs) implements Method {
    /** Ridge, as a share of the mean diagonal. */
    private static final double RIDGE = 1e-3;

    private static final int RECENT = 3;

    public LaggedRegression {
        Histories.season(inner);
        if (outer < inner) {
            throw new IllegalArgumentException("outer must be at least inner, are " + outer + " and " + inner);
        }
    }

    private int[] lags() {
        List<Integer> lags = new ArrayList<>();
        for (int k = 1; k <= RECENT; k++) {
            lags.add(k);
        }
        for (int season : new int[] {inner, outer}) {
            for (int lag : new int[] {season, season + 1, 2 * season}) {
                if (lag > RECENT && !lags.contains(lag)) {
                    lags.add(lag);
                }
            }
        }
        return lags.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int leastHistory() {
        return Math.max(2 * outer, RECENT) + Math.max(inner, 3 * lags().length);
    }

    @Override
    public Rule fit(double[] history) {
        Histories.check(history, leastHistory());
        boolean powered = logs && Histories.positive(history);
        double[] y = powered ? Histories.logs(history) : history;
        int[] lags = lags();
        double centre = Histories.mean(y, 0, y.length);
        double[] weights = weights(y, lags, centre);
        return (values, horizon) -> {
            boolean still = powered && Histories.positive(values);
            double[] next = step(still ? Histories.logs(values) : values, horizon, lags, weights);
            return still ? Histories.powers(next) : next;
        };
    }

    private static double[] weights(double[] y, int[] lags, double centre) {
        int d = lags.length;
        int most = 0;
        for (int lag : lags) {
            most = Math.max(most, lag);
        }
        double[] a = new double[d * d];
        double[] b = new double[d];
        for (int i = most; i < y.length; i++) {
            for (int j = 0; j < d; j++) {
                double x = y[i - lags[j]] - centre;
                b[j] += x * (y[i] - centre);
                for (int k = 0; k <= j; k++) {
                    a[j * d + k] += x * (y[i - lags[k]] - centre);
                }
            }
        }
        double diagonal = 0;
        for (int j = 0; j < d; j++) {
            diagonal += a[j * d + j] / d;
        }
        for (int j = 0; j < d; j++) {
            a[j * d + j] += RIDGE * diagonal + Double.MIN_NORMAL;
        }
        return Cholesky.solve(a, b, d);
    }

    /** Around the mean of the last longer season; held within the range of the history, so that no instability runs away. */
    private double[] step(double[] y, int horizon, int[] lags, double[] weights) {
        int n = y.length;
        double centre = Histories.mean(y, Math.max(0, n - outer), n);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : y) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double room = (high - low) / 2;
        double[] all = Arrays.copyOf(y, n + horizon);
        for (int i = n; i < all.length; i++) {
            double value = centre;
            for (int j = 0; j < lags.length; j++) {
                value += weights[j] * (all[i - lags[j]] - centre);
            }
            all[i] = Math.max(low - room, Math.min(high + room, value));
        }
        return Arrays.copyOfRange(all, n, all.length);
    }
}
