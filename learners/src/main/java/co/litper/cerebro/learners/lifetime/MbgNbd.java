package co.litper.cerebro.learners.lifetime;

/**
 * Any purchase may be the last, the first included.
 *
 * <p>E. P. Batislam, M. Denizel and A. Filiztekin, "Empirical validation and comparison of models for customer base analysis",
 * International Journal of Research in Marketing 2007.
 *
 * @param r shape of the rates of buying
 * @param alpha their scale, in units of time
 * @param a and
 * @param b of the beta distribution of the probability of leaving at a purchase
 */
public record MbgNbd(double r, double alpha, double a, double b) implements LifetimeModel {

    public MbgNbd {
        Mixtures.positive("MBG/NBD", "r, alpha, a, b", r, alpha, a, b);
    }

    @Override
    public double logLikelihood(CustomerSummary c) {
        double x = c.repeats();
        return Mixtures.logGamma(r + x)
                - Mixtures.logGamma(r)
                + r * Math.log(alpha)
                + Mixtures.logBeta(a, b + x + 1)
                - Mixtures.logBeta(a, b)
                - (r + x) * Math.log(alpha + c.age())
                + Math.log1p(Math.exp(logOddsLeft(c)));
    }

    private double logOddsLeft(CustomerSummary c) {
        double x = c.repeats();
        return Math.log(a / (b + x)) + (r + x) * (Math.log(alpha + c.age()) - Math.log(alpha + c.recency()));
    }

    @Override
    public double alive(CustomerSummary c) {
        return 1 / (1 + Math.exp(logOddsLeft(c)));
    }

    @Override
    public double expected(CustomerSummary c, double horizon) {
        return alive(c)
                * Mixtures.purchasesUntilLast(r + c.repeats(), alpha + c.age(), a, b + c.repeats() + 1, horizon);
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, a, b};
    }
}
