package co.litper.cerebro.learners.stream;

/**
 * The logistic function by straight lines between {@value #STEPS} points a unit, for gradients: off by 1.3e-5 at most. Beyond
 * ±{@value #END} it is 0 or 1, off by less than that. O(1), 8 kB.
 */
final class LogisticTable {
    private static final int STEPS = 32;
    private static final int END = 16;
    private static final double[] VALUES = new double[2 * END * STEPS + 2];

    static {
        for (int i = 0; i < VALUES.length; i++) {
            VALUES[i] = 1 / (1 + Math.exp(END - (double) i / STEPS));
        }
    }

    private LogisticTable() {}

    /** The probability that log-odds stand for; 0 for NaN, which no score is. */
    static double probability(double logOdds) {
        double at = (logOdds + END) * STEPS;
        if (!(at > 0)) {
            return 0;
        }
        if (at >= VALUES.length - 2) {
            return 1;
        }
        int below = (int) at;
        double low = VALUES[below];
        return low + (at - below) * (VALUES[below + 1] - low);
    }
}
