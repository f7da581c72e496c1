package co.litper.cerebro.learn.improve;

/** Probabilities beside what happened, in bins of equal width: the expected calibration error. One thread. */
final class ErrorBins {
    private static final int BINS = 10;

    private final double[] probabilities = new double[BINS];
    private final long[] happened = new long[BINS];
    private long cases;

    void add(double probability, boolean came) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        probabilities[bin] += probability;
        happened[bin] += came ? 1 : 0;
        cases++;
    }

    long cases() {
        return cases;
    }

    /** Σ |mean probability − rate| × share of the bin, 0 to 1. */
    double error() {
        double off = 0;
        for (int b = 0; b < BINS; b++) {
            off += Math.abs(probabilities[b] - happened[b]);
        }
        return cases == 0 ? 0 : off / cases;
    }
}
