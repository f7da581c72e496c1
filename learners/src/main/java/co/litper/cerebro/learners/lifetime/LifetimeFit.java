package co.litper.cerebro.learners.lifetime;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.optimise.Minimum;
import co.litper.cerebro.learners.optimise.NelderMead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * Fits the models by maximum likelihood, over the logarithms of their parameters so that these stay positive. Customers with equal
 * pasts are counted once. Deterministic; O(different customers) an evaluation, a few hundred evaluations.
 */
public final class LifetimeFit {
    /** First distance between points of the search, in logarithms. */
    private static final double STEP = 0.5;

    /** Relative change of the likelihood below which it has settled: parameters are then right to about six digits. */
    private static final double TOLERANCE = 1e-13;

    private static final int MOST_EVALUATIONS = 4_000;

    /** Parameters stay between e⁻¹² and e¹² times the scale of the data. */
    private static final double BOUND = 12;

    private LifetimeFit() {}

    /** Fits {@link BgNbd}; throws {@link BadSampleException} if nobody bought twice. */
    public static Fitted<BgNbd> bgNbd(List<CustomerSummary> customers) {
        return fit(customers, p -> new BgNbd(p[0], p[1], p[2], p[3]), BgNbd::logLikelihood, buyers(customers));
    }

    /** Fits {@link MbgNbd}; throws {@link BadSampleException} if nobody bought twice. */
    public static Fitted<MbgNbd> mbgNbd(List<CustomerSummary> customers) {
        return fit(customers, p -> new MbgNbd(p[0], p[1], p[2], p[3]), MbgNbd::logLikelihood, buyers(customers));
    }

    /** Fits {@link ParetoNbd}; throws {@link BadSampleException} if nobody bought twice. */
    public static Fitted<ParetoNbd> paretoNbd(List<CustomerSummary> customers) {
        double[] scales = buyers(customers);
        scales[3] = scales[1];
        return fit(customers, p -> new ParetoNbd(p[0], p[1], p[2], p[3]), ParetoNbd::logLikelihood, scales);
    }

    /** Fits {@link GammaGamma} to the customers with repeats and a mean value; throws {@link BadSampleException} if none has. */
    public static Fitted<GammaGamma> gammaGamma(List<CustomerSummary> customers) {
        List<CustomerSummary> spenders = customers.stream()
                .filter(c -> c.repeats() > 0 && c.meanValue() > 0)
                .toList();
        double mean = spenders.stream()
                .mapToDouble(CustomerSummary::meanValue)
                .average()
                .orElseThrow(() -> new BadSampleException("none of " + customers.size()
                        + " customers has repeats with a value. Maybe the monetary column is missing."));
        return fit(
                spenders, p -> new GammaGamma(p[0], p[1], p[2]), GammaGamma::logLikelihood, new double[] {1, 1, mean});
    }

    /** Where to begin: 1 for a shape, the mean age for a scale. */
    private static double[] buyers(List<CustomerSummary> customers) {
        if (customers.stream().noneMatch(c -> c.repeats() > 0)) {
            throw new BadSampleException(
                    "none of " + customers.size() + " customers bought again, so that no rate can be told");
        }
        double age =
                customers.stream().mapToDouble(CustomerSummary::age).average().orElseThrow();
        return new double[] {1, age, 1, 1};
    }

    private static <M> Fitted<M> fit(
            List<CustomerSummary> customers,
            Function<double[], M> maker,
            ToDoubleBiFunction<M, CustomerSummary> likelihood,
            double[] scales) {
        Map<CustomerSummary, Integer> counted = new LinkedHashMap<>();
        customers.forEach(c -> counted.merge(c, 1, Integer::sum));
        NelderMead search = new NelderMead(STEP, TOLERANCE, MOST_EVALUATIONS);
        Minimum best = search.minimise(
                logs -> {
                    M model = maker.apply(parameters(logs, scales));
                    double sum = 0;
                    for (Map.Entry<CustomerSummary, Integer> e : counted.entrySet()) {
                        sum -= e.getValue() * likelihood.applyAsDouble(model, e.getKey());
                    }
                    return sum + outside(logs);
                },
                new double[scales.length]);
        boolean inside = outside(best.point()) == 0;
        return new Fitted<>(
                maker.apply(parameters(best.point(), scales)),
                -best.value() + outside(best.point()),
                customers.size(),
                best.settled() && inside);
    }

    private static double[] parameters(double[] logs, double[] scales) {
        double[] parameters = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            parameters[i] = scales[i] * Math.exp(Math.max(-BOUND, Math.min(BOUND, logs[i])));
        }
        return parameters;
    }

    /** What leaving the bounds costs: enough to turn the search back, and nothing within. */
    private static double outside(double[] logs) {
        double cost = 0;
        for (double log : logs) {
            double over = Math.max(0, Math.abs(log) - BOUND);
            cost += over * over + over;
        }
        return cost;
    }
}
