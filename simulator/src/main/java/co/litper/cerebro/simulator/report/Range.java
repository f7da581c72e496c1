package co.litper.cerebro.simulator.report;

/**
 * The worth of the best and the worst that could be done, pesos. What is done matters if they differ by more than is borne:
 * 5 % of the best's worth or {@value #LEAST_COP} pesos, whichever is more.
 */
record Range(double best, double worst) {
    private static final double SHARE = 0.05;
    private static final double LEAST_COP = 200;

    static final Range EMPTY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    Range with(double worth) {
        return new Range(Math.max(best, worth), Math.min(worst, worth));
    }

    boolean matters() {
        return best - worst > borne();
    }

    /** True if doing what has this worth is as good as doing the best. */
    boolean isPrecise(double worth) {
        return best - worth <= borne();
    }

    private double borne() {
        return Math.max(LEAST_COP, SHARE * Math.abs(best));
    }

    /** A share, or NaN of nothing. */
    static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
