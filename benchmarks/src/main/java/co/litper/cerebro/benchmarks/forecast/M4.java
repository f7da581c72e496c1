package co.litper.cerebro.benchmarks.forecast;

/**
 * The errors of the M4 competition. Pure functions.
 *
 * <p>S. Makridakis, E. Spiliotis and V. Assimakopoulos, "The M4 competition", International Journal of Forecasting 2020.
 */
final class M4 {
    private M4() {}

    /** Mean of 200 · |truth − told| / (|truth| + |told|), in percent; where both are 0, 0. */
    static double smape(double[] told, double[] truth) {
        double sum = 0;
        for (int h = 0; h < truth.length; h++) {
            double size = Math.abs(told[h]) + Math.abs(truth[h]);
            sum += size == 0 ? 0 : 200 * Math.abs(told[h] - truth[h]) / size;
        }
        return sum / truth.length;
    }

    /** Mean absolute error by {@link #scale}. */
    static double mase(double[] told, double[] truth, double scale) {
        double sum = 0;
        for (int h = 0; h < truth.length; h++) {
            sum += Math.abs(told[h] - truth[h]);
        }
        return sum / truth.length / scale;
    }

    /** Mean width of intervals of 1 − {@code miss}, each miss adding 2/{@code miss} times its distance, by {@link #scale}. */
    static double msis(double[] low, double[] high, double[] truth, double miss, double scale) {
        double sum = 0;
        for (int h = 0; h < truth.length; h++) {
            double outside = Math.max(0, low[h] - truth[h]) + Math.max(0, truth[h] - high[h]);
            sum += high[h] - low[h] + 2 / miss * outside;
        }
        return sum / truth.length / scale;
    }

    /** Mean absolute difference of values one season apart; of neighbours where the history is no longer than a season. */
    static double scale(double[] history, int season) {
        int lag = history.length > season ? season : 1;
        double sum = 0;
        for (int i = lag; i < history.length; i++) {
            sum += Math.abs(history[i] - history[i - lag]);
        }
        double scale = sum / Math.max(1, history.length - lag);
        return scale > 0 ? scale : Double.MIN_NORMAL;
    }
}
