package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.knowledge.Estimate;
import co.litper.cerebro.learners.inference.Normal;

/**
 * The effect of one exposure on a share with strata held equal, by Mantel and Haenszel (JNCI, 1959): the test, and the common
 * difference of shares with the variance of Sato, <i>On the variance estimator for the Mantel–Haenszel risk difference</i>
 * (Biometrics, 1989), which holds for few large strata and for many small ones.
 *
 * <p>Strata where all or none are exposed tell nothing and weigh nothing.
 */
final class Stratified {
    private double excess;
    private double variance;
    private double weight;
    private double weighted;
    private double p;
    private double q;
    private long informative;

    /** Adds a stratum: {@code hits} of {@code n} exposed, {@code otherHits} of {@code others} not exposed. */
    void add(double hits, double n, double otherHits, double others) {
        if (n == 0 || others == 0) {
            return;
        }
        double all = n + others;
        double allHits = hits + otherHits;
        informative += (long) all;
        excess += hits - n * allHits / all;
        if (all > 1) {
            variance += n * others * allHits * (all - allHits) / (all * all * (all - 1));
        }
        weight += n * others / all;
        weighted += (hits * others - otherHits * n) / all;
        p += (n * n * otherHits - others * others * hits + n * others * (others - n) / 2) / (all * all);
        q += (hits * (others - otherHits) + otherHits * (n - hits)) / (2 * all);
    }

    /** Standard errors from nothing; above 0 if the exposed have more. */
    double z() {
        return variance > 0 ? excess / Math.sqrt(variance) : 0;
    }

    /** The chance of as much on either side by luck. */
    double chance() {
        return Math.min(1, 2 * Normal.below(-Math.abs(z())));
    }

    /** The common difference of shares; NaN if no stratum tells. */
    Estimate difference() {
        if (weight == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double d = weighted / weight;
        return Estimate.normal(d, Math.sqrt(Math.max(0, d * p + q)) / weight, informative);
    }
}
