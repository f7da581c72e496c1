package co.litper.cerebro.learners.lifetime;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Customers made by the story of a model: its floor of proof, since nothing of the model's formulas is used. */
final class LifetimeSimulation {
    private final SplittableRandom random;
    private final ContinuousDistribution.Sampler rates;
    private final ContinuousDistribution.Sampler leaves;
    private final LifetimeModel model;

    LifetimeSimulation(LifetimeModel model, long seed) {
        this.model = model;
        random = new SplittableRandom(seed);
        UniformRandomProvider source = random::nextLong;
        double[] p = model.parameters();
        rates = GammaDistribution.of(p[0], 1 / p[1]).createSampler(source);
        leaves = model instanceof ParetoNbd
                ? GammaDistribution.of(p[2], 1 / p[3]).createSampler(source)
                : BetaDistribution.of(p[2], p[3]).createSampler(source);
    }

    /**
     * One customer.
     *
     * @param summary as seen at {@code age}
     * @param later purchases in the {@code horizon} after
     * @param alive whether the customer had not left at {@code age}
     */
    record Life(CustomerSummary summary, int later, boolean alive) {}

    Life next(double age, double horizon) {
        double rate = rates.sample();
        double leaving = leaves.sample();
        double end = model instanceof ParetoNbd ? wait(leaving) : Double.POSITIVE_INFINITY;
        if (model instanceof MbgNbd && random.nextDouble() < leaving) {
            end = 0;
        }
        int repeats = 0;
        int later = 0;
        double last = 0;
        for (double time = wait(rate); time < Math.min(end, age + horizon); time += wait(rate)) {
            if (time <= age) {
                repeats++;
                last = time;
            } else {
                later++;
            }
            if (!(model instanceof ParetoNbd) && random.nextDouble() < leaving) {
                end = time;
            }
        }
        return new Life(CustomerSummary.of(repeats, last, age), later, end > age);
    }

    private double wait(double rate) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }
}
