package co.litper.cerebro.learners.lifetime;

/**
 * Each purchase after the first may be the last.
 *
 * <p>P. Fader, B. Hardie and K. L. Lee, "Counting your customers the easy way: an alternative to the Pareto/NBD model", Marketing
 * Science 2005. A customer without a repeat is active for sure, as the paper has it; {@link MbgNbd} differs there.
 *
 * @param r shape of the rates of buying
 * @param alpha their scale, in units of time
 * @param a and
 * @param b of the beta distribution of the probability of leaving at a purchase
 */
public record BgNbd(double r, double alpha, double a, double b) implements LifetimeModel {

    public BgNbd {
        Mixtures.positive("BG/NBD", "r, alpha, a, b", r, alpha, a, b);
    }

    @Override
    public double logLikelihood(CustomerSummary c) {
        double x = c.repeats();
        double common = Mixtures.logGamma(r + x) - Mixtures.logGamma(r) + r * Math.log(alpha);
        double stayed = Mixtures.logBeta(a, b + x) - Mixtures.logBeta(a, b) - (r + x) * Math.log(alpha + c.age());
        if (x == 0) {
            return common + stayed;
        }
        return common + stayed + Math.log1p(Math.exp(logOddsLeft(c)));
    }

    /** Logarithm of the odds that the last purchase was the last of all; repeats above 0. */
    private double logOddsLeft(CustomerSummary c) {
        double x = c.repeats();
        return Math.log(a / (b + x - 1)) + (r + x) * (Math.log(alpha + c.age()) - Math.log(alpha + c.recency()));
    }

    @Override
    public double alive(CustomerSummary c) {
        return c.repeats() == 0 ? 1 : 1 / (1 + Math.exp(logOddsLeft(c)));
    }

    @Override
    public double expected(CustomerSummary c, double horizon) {
        return alive(c) * Mixtures.purchasesUntilLast(r + c.repeats(), alpha + c.age(), a, b + c.repeats(), horizon);
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, a, b};
    }
}
