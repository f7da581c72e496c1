package co.litper.cerebro.server.read;

/**
 * What answering the novedades of shipments was worth against leaving them when they first came up: what the shipments were
 * worth on average, less what those were worth on average whose novedad was left then, weighted by the odds of that
 * (self-normalised inverse propensities; A. Swaminathan and T. Joachims, "The Self-Normalized Estimator for Counterfactual
 * Learning", NIPS 2015). A shipment is one case, however often it was looked at, and counts its pesos once; answers that
 * followed the first were given on both sides and are no part of the figure. Errors by the delta method.
 *
 * @param answered shipments whose first answer was given, or left, without people
 * @param judged the same with those whose first answer waited for a yes
 * @param settled of those, whose outcome is known for good
 * @param meanCop what a settled one was worth, pesos
 * @param leftCop what it would have been worth if its novedad had been left, pesos; unknown where nothing may be claimed
 * @param left how many were left
 * @param effective how many equally weighted ones those amount to
 * @param support for which part of the settled ones those left speak, 1 if for all; NaN if none is settled
 * @param gainCop what answering gained, over all the settled ones, pesos; unknown with {@code leftCop}
 */
public record Worth(
        long answered,
        long judged,
        long settled,
        Interval meanCop,
        Interval leftCop,
        long left,
        double effective,
        double support,
        Interval gainCop) {
    /** Days over which it is told, wherever it is told: of a quarter most outcomes are known, and what it says is not old. */
    public static final int DAYS = 90;

    /** Equally weighted cases left alone, below which nothing is claimed. */
    public static final double LEAST_EFFECTIVE = 30;

    /** Standard errors by which the weights of those left may miss the number of all. */
    private static final double MOST_MISSED = 3;

    static Worth of(Sums<BrainCount> s) {
        double n = s.of(BrainCount.JUDGED_SETTLED);
        Interval mean = Interval.mean(n, s.of(BrainCount.WORTH), s.of(BrainCount.WORTH_SQUARED));
        double w = s.of(BrainCount.LEFT_W);
        double ww = s.of(BrainCount.LEFT_WW);
        double effective = ww > 0 ? w * w / ww : 0;
        Interval left = Interval.UNKNOWN;
        Interval gain = Interval.UNKNOWN;
        if (n >= 2 && speaksForAll(n, w, effective)) {
            double m = s.of(BrainCount.LEFT_WR) / w;
            double spread = s.of(BrainCount.LEFT_WWRR) - 2 * m * s.of(BrainCount.LEFT_WWR) + m * m * ww;
            double error = Math.sqrt(Math.max(0, spread)) / w;
            left = Interval.around(m, error);
            double variance = (s.of(BrainCount.WORTH_SQUARED) - n * mean.value() * mean.value()) / (n - 1);
            double both = Math.sqrt(error * error + Math.max(0, variance) / n);
            gain = Interval.around((mean.value() - m) * n, both * n);
        }
        return new Worth(
                s.count(BrainCount.ANSWERED),
                s.count(BrainCount.JUDGED),
                s.count(BrainCount.JUDGED_SETTLED),
                mean,
                left,
                s.count(BrainCount.LEFT),
                effective,
                w / n,
                gain);
    }

    /**
     * Where chance could have left any of them, the weights of those it left sum up to all of them but for luck. Where they
     * do not, those left are of a kind, such as hopeless ones, and tell nothing of the others.
     */
    private static boolean speaksForAll(double n, double weights, double effective) {
        return effective >= LEAST_EFFECTIVE && Math.abs(weights / n - 1) <= MOST_MISSED / Math.sqrt(effective);
    }

    /** True if those left are too few; false if they are enough, or enough but of a kind. */
    public boolean isTooFew() {
        return effective < LEAST_EFFECTIVE;
    }

    /** How much of the truth is in: the share of the shipments whose outcome is known for good; NaN if there are none. */
    public double maturity() {
        return (double) settled / judged;
    }
}
