package co.litper.cerebro.server.read;

/**
 * What answering novedades without people was worth against leaving them: what their shipments were worth on average, less
 * what those were worth on average that chance left alone, weighted by the odds of that (self-normalised inverse propensities;
 * A. Swaminathan and T. Joachims, "The Self-Normalized Estimator for Counterfactual Learning", NIPS 2015). Errors by the delta
 * method; answers to the same shipment are taken to be independent, which makes intervals somewhat too narrow.
 *
 * @param answered novedades answered, or left, without people
 * @param settled of those, whose outcome is known for good
 * @param meanCop what a settled one's shipment was worth, pesos
 * @param leftCop what it would have been worth left alone, pesos; unknown if chance left too few
 * @param left how many chance left alone
 * @param effective how many equally weighted ones those amount to
 * @param gainCop what answering all the settled ones gained, pesos; unknown with {@code leftCop}
 */
public record Worth(
        long answered,
        long settled,
        Interval meanCop,
        Interval leftCop,
        long left,
        double effective,
        Interval gainCop) {
    /** Equally weighted cases left alone, below which nothing is claimed. */
    public static final double LEAST_EFFECTIVE = 30;

    static Worth of(Sums<BrainCount> s) {
        double n = s.of(BrainCount.ANSWERED_SETTLED);
        Interval mean = Interval.mean(n, s.of(BrainCount.WORTH), s.of(BrainCount.WORTH_SQUARED));
        double w = s.of(BrainCount.LEFT_W);
        double ww = s.of(BrainCount.LEFT_WW);
        double effective = ww > 0 ? w * w / ww : 0;
        Interval left = Interval.UNKNOWN;
        Interval gain = Interval.UNKNOWN;
        if (effective >= LEAST_EFFECTIVE && n >= 2) {
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
                s.count(BrainCount.ANSWERED_SETTLED),
                mean,
                left,
                s.count(BrainCount.LEFT),
                effective,
                gain);
    }

    /** How much of the truth is in: the share of the answers whose outcome is known for good; NaN if there are none. */
    public double maturity() {
        return (double) settled / answered;
    }
}
