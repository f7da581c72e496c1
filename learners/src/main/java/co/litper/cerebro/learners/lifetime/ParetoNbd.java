package co.litper.cerebro.learners.lifetime;

/**
 * Customers leave at any time, each at a rate of its own.
 *
 * <p>D. C. Schmittlein, D. G. Morrison and R. Colombo, "Counting your customers: who are they and what will they do next?",
 * Management Science 1987. Departure: the integral over the time of leaving is not written as a difference of hypergeometric
 * functions, which cancels, but taken by quadrature, whose terms are all positive.
 *
 * @param r shape of the rates of buying
 * @param alpha their scale, in units of time
 * @param s shape of the rates of leaving
 * @param beta their scale, in units of time
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements LifetimeModel {

    public ParetoNbd {
        Mixtures.positive("Pareto/NBD", "r, alpha, s, beta", r, alpha, s, beta);
    }

    @Override
    public double logLikelihood(CustomerSummary c) {
        return Mixtures.logGamma(r + c.repeats())
                - Mixtures.logGamma(r)
                + r * Math.log(alpha)
                + s * Math.log(beta)
                + Mixtures.logSum(logStayed(c), logLeft(c));
    }

    private double logStayed(CustomerSummary c) {
        return -(r + c.repeats()) * Math.log(alpha + c.age()) - s * Math.log(beta + c.age());
    }

    private double logLeft(CustomerSummary c) {
        return Math.log(s) + Leaving.logIntegral(r + c.repeats(), alpha, s + 1, beta, c.recency(), c.age());
    }

    @Override
    public double alive(CustomerSummary c) {
        return 1 / (1 + Math.exp(logLeft(c) - logStayed(c)));
    }

    @Override
    public double expected(CustomerSummary c, double horizon) {
        double rate = (r + c.repeats()) / (alpha + c.age());
        double decades = Math.log1p(horizon / (beta + c.age()));
        double share = Math.abs(s - 1) * decades < 1e-12 ? decades : -Math.expm1(-(s - 1) * decades) / (s - 1);
        return alive(c) * rate * (beta + c.age()) * share;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, s, beta};
    }
}
