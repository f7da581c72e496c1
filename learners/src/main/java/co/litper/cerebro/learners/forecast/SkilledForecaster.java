package co.litper.cerebro.learners.forecast;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Several methods at once, each weighted by how well it would have foreseen the end of the history. Deterministic, thread-safe; about
 * a dozen fits of a few hundred passes over the history.
 *
 * <p>Weights fall with the fourth power of the mean absolute error over the last windows (after J. Bates and C. Granger, "The combination of
 * forecasts", Operational Research Quarterly 1969, who have the second). Parameters are fitted once, before the first of these windows.
 * Intervals are quantiles of the errors that the combination itself makes there, each window by weights of the others, as in split
 * conformal inference; they are as honest as the last windows are like the next.
 */
public final class SkilledForecaster {
    /** Windows at the end of the history on which skill is judged, at least. */
    private static final int WINDOWS = 3;

    /** Values on which it is judged at least, so that a short horizon gets more windows. */
    private static final int JUDGED = 30;

    /** Power of the error by which weights fall; 3 to 10 do about equally well on hourly data. */
    private static final double SHARPNESS = 4;

    /** Days in a week, for a season of a day: the longer season that is tried beside the given one. */
    private static final int OUTER = 7;

    /** Longer seasons that a history must hold before one is tried: two to learn from and one to judge on. */
    private static final int OUTER_SEEN = 3;

    /** Steps to either side whose errors count for the interval of a step. */
    private static final int NEIGHBOURS = 6;

    /** Longest history that is used; what is older is cut off. */
    private static final int LONGEST = 20_000;

    private final int season;

    /** For series with {@code season} steps, 1 for none. */
    public SkilledForecaster(int season) {
        Histories.season(season);
        this.season = season;
    }

    private record Member(String name, Method.Rule rule, double[][] told, double[] errors) {}

    /**
     * The next {@code horizon} values.
     *
     * @param history at least 2 finite values, the oldest first
     * @param horizon at least 1
     * @param coverage share of truths that the intervals shall hold, between 0 and 1
     * @throws BadSampleException if the history is too short or not finite
     */
    public Forecast forecast(double[] history, int horizon, double coverage) {
        if (horizon < 1 || !(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException(
                    "horizon must be at least 1 and coverage between 0 and 1, are " + horizon + ", " + coverage);
        }
        Histories.check(history, 2);
        double[] y = Arrays.copyOfRange(history, Math.max(0, history.length - LONGEST), history.length);
        int windows = windows(y.length, horizon);
        List<Member> members = members(y, horizon, windows);
        double[] weights = weights(members, windows, -1);
        double[] mean = new double[horizon];
        for (int k = 0; k < weights.length; k++) {
            double[] told = members.get(k).rule.forecast(y, horizon);
            for (int h = 0; h < horizon; h++) {
                mean[h] += weights[k] * told[h];
            }
        }
        double[] reach =
                windows == 0 ? plainReach(y, horizon, coverage) : reach(y, horizon, windows, members, coverage);
        SequencedMap<String, Double> named = new LinkedHashMap<>();
        double[] low = new double[horizon];
        double[] high = new double[horizon];
        for (int k = 0; k < weights.length; k++) {
            named.put(members.get(k).name, weights[k]);
        }
        for (int h = 0; h < horizon; h++) {
            low[h] = mean[h] - reach[h];
            high[h] = mean[h] + reach[h];
        }
        return new Forecast(mean, low, high, named);
    }

    /** As many windows as leave two seasons, or eight values, to learn from. */
    private int windows(int n, int horizon) {
        int least = Math.max(8, 2 * season + 1);
        int wanted = Math.max(WINDOWS, (JUDGED + horizon - 1) / horizon);
        int most = wanted > WINDOWS ? Math.max(WINDOWS, n / 2 / horizon) : WINDOWS;
        return Math.max(0, Math.min(Math.min(wanted, most), (n - least) / horizon));
    }

    /** The methods that suit a history of {@code n} values. */
    private List<Method> methods(int n) {
        List<Method> methods = new ArrayList<>();
        int m = n >= 2 * season ? season : 1;
        int outer = OUTER * m;
        methods.add(new SeasonalNaive(m));
        methods.add(smoothing(1, ExponentialSmoothing.Trend.DAMPED, ExponentialSmoothing.Season.NONE));
        methods.add(smoothing(1, ExponentialSmoothing.Trend.NONE, ExponentialSmoothing.Season.NONE));
        methods.add(new Theta(m));
        if (m > 1) {
            methods.add(smoothing(m, ExponentialSmoothing.Trend.DAMPED, ExponentialSmoothing.Season.ADDITIVE));
            methods.add(smoothing(m, ExponentialSmoothing.Trend.DAMPED, ExponentialSmoothing.Season.MULTIPLICATIVE));
        }
        boolean longer = m > 1 && n >= OUTER_SEEN * outer;
        if (longer) {
            methods.add(new SeasonalNaive(outer));
            methods.add(smoothing(outer, ExponentialSmoothing.Trend.NONE, ExponentialSmoothing.Season.ADDITIVE));
            methods.add(new Theta(outer));
            methods.add(new DoubleSeasonal(m, outer, false));
            methods.add(new DoubleSeasonal(m, outer, true));
        }
        methods.add(new LaggedRegression(m, longer ? outer : m, false));
        methods.add(new LaggedRegression(m, longer ? outer : m, true));
        return methods;
    }

    private static Method smoothing(int m, ExponentialSmoothing.Trend trend, ExponentialSmoothing.Season shape) {
        return new ExponentialSmoothing(m, trend, shape);
    }

    /** Each fitted before the first window and tried on all. */
    private List<Member> members(double[] y, int horizon, int windows) {
        int start = y.length - windows * horizon;
        double[] first = Arrays.copyOf(y, start);
        List<Member> members = new ArrayList<>();
        for (Method method : methods(start)) {
            if (method.leastHistory() > start) {
                continue;
            }
            Method.Rule rule = method.fit(first);
            double[][] told = new double[windows][];
            double[] errors = new double[windows];
            for (int w = 0; w < windows; w++) {
                int at = start + w * horizon;
                told[w] = rule.forecast(Arrays.copyOf(y, at), horizon);
                for (int h = 0; h < horizon; h++) {
                    errors[w] += Math.abs(told[w][h] - y[at + h]) / horizon;
                }
            }
            members.add(new Member(method.toString(), rule, told, errors));
        }
        return members;
    }

    /** Of all windows but {@code without}; equal where there is nothing to judge by. */
    private static double[] weights(List<Member> members, int windows, int without) {
        double[] errors = new double[members.size()];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < errors.length; k++) {
            for (int w = 0; w < windows; w++) {
                errors[k] += w == without ? 0 : members.get(k).errors[w];
            }
            least = Math.min(least, errors[k]);
        }
        double[] weights = new double[errors.length];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            // With one window only, or a perfect member, a ratio may be 0/0: then the best count alike.
            weights[k] = errors[k] <= least ? 1 : Math.pow(least / errors[k], SHARPNESS);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    private static double[] reach(double[] y, int horizon, int windows, List<Member> members, double coverage) {
        double[][] off = new double[windows][horizon];
        for (int w = 0; w < windows; w++) {
            double[] weights = weights(members, windows, w);
            int at = y.length - (windows - w) * horizon;
            for (int h = 0; h < horizon; h++) {
                double told = 0;
                for (int k = 0; k < weights.length; k++) {
                    told += weights[k] * members.get(k).told[w][h];
                }
                off[w][h] = Math.abs(told - y[at + h]);
            }
        }
        double[] reach = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int from = Math.max(0, h - NEIGHBOURS);
            int to = Math.min(horizon, h + NEIGHBOURS + 1);
            double[] near = new double[windows * (to - from)];
            for (int w = 0; w < windows; w++) {
                System.arraycopy(off[w], from, near, w * (to - from), to - from);
            }
            reach[h] = quantile(near, coverage);
        }
        return reach;
    }

    /** Without windows: differences of one season, or of one step, grown with the root of the seasons ahead. */
    private double[] plainReach(double[] y, int horizon, double coverage) {
        int lag = y.length > season ? season : 1;
        double[] off = new double[y.length - lag];
        for (int i = lag; i < y.length; i++) {
            off[i - lag] = Math.abs(y[i] - y[i - lag]);
        }
        double one = quantile(off, coverage);
        double[] reach = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            reach[h] = one * Math.sqrt(1 + h / (double) lag);
        }
        return reach;
    }

    /** The value at rank ⌈coverage · (n+1)⌉, or the largest. */
    private static double quantile(double[] values, double coverage) {
        Arrays.sort(values);
        int rank = (int) Math.ceil(coverage * (values.length + 1));
        return values[Math.min(values.length, rank) - 1];
    }
}
