package co.litper.cerebro.learners.lifetime;

import org.apache.commons.numbers.gamma.LogGamma;

/** The mathematics that the models share. Pure functions. */
final class Mixtures {
    /** Terms of a series at most: reached only where the horizon is some thousand times the age. */
    private static final int MOST_TERMS = 200_000;

    /** Nearer to a pole than this the formula loses more digits than a shift by this much costs. */
    private static final double POLE = 1e-7;

    private Mixtures() {}

    static double logGamma(double x) {
        return LogGamma.value(x);
    }

    static double logBeta(double a, double b) {
        return LogGamma.value(a) + LogGamma.value(b) - LogGamma.value(a + b);
    }

    /** ln(eᵃ + eᵇ) without overflow. */
    static double logSum(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    static void positive(String model, String names, double... values) {
        for (double value : values) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the parameters " + names + " of " + model + " must be positive and finite, one is " + value);
            }
        }
    }

    /**
     * Purchases of an active customer in {@code horizon}, if the rate is gamma distributed with {@code shape} and {@code scale} (a
     * rate, in time), and each purchase is the last with a probability that is beta distributed with {@code a} and {@code b}.
     *
     * <p>(a+b−1)/(a−1) · (1 − (1−z)^(a−1) · ₂F₁(a+b−1−shape, a−1; a+b−1; z)), z = horizon/(scale+horizon): the published formula after
     * Euler's transformation, by which no term overflows, however often somebody bought.
     */
    static double purchasesUntilLast(double shape, double scale, double a, double b, double horizon) {
        double aSafe = Math.abs(a - 1) < POLE ? 1 + POLE : a;
        double c = aSafe + b - 1;
        double cSafe = Math.abs(c) < POLE ? POLE : c;
        double z = horizon / (scale + horizon);
        double tail = Math.exp((aSafe - 1) * Math.log1p(-z)) * hypergeometric(cSafe - shape, aSafe - 1, cSafe, z);
        return Math.max(0, cSafe / (aSafe - 1) * (1 - tail));
    }

    /** Gauss's ₂F₁(a, b; c; z) by its series, for 0 ≤ z < 1. */
    static double hypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.abs(term) < 1e-16 * Math.abs(sum)) {
                return sum;
            }
        }
        return sum;
    }
}
