package co.litper.cerebro.benchmarks.streams;

/**
 * What one run over a stream gave.
 *
 * @param quality accuracy of a classification, RMSE of a regression
 * @param rows judged
 * @param nanos that predicting and learning them took
 */
record Figures(double quality, int rows, long nanos) {
    private static final double NANOS_PER_SECOND = 1e9;

    static Figures of(double quality, int rows, long nanos) {
        return new Figures(quality, rows, Math.max(1, nanos));
    }

    double instancesPerSecond() {
        return rows * NANOS_PER_SECOND / nanos;
    }
}
