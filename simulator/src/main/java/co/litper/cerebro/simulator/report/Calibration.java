package co.litper.cerebro.simulator.report;

/**
 * How far forecasts lie from what happens: the expected calibration error over ten bins of equal width (M. Naeini and
 * others, AAAI 2015). O(1) a forecast.
 */
final class Calibration {
    private static final int BINS = 10;

    private final double[] foreseen = new double[BINS];
    private final double[] happened = new double[BINS];
    private final long[] count = new long[BINS];
    private long total;

    /** Takes in a forecast, 0 to 1, and what came of it. */
    void add(double forecast, boolean came) {
        int bin = Math.min(BINS - 1, (int) (forecast * BINS));
        foreseen[bin] += forecast;
        happened[bin] += came ? 1 : 0;
        count[bin]++;
        total++;
    }

    /** Mean distance between forecast and share, weighted by forecasts; NaN if there were none. */
    double error() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(foreseen[bin] - happened[bin]);
        }
        return total == 0 ? Double.NaN : sum / total;
    }
}
