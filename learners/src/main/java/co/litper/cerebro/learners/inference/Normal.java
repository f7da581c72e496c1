package co.litper.cerebro.learners.inference;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, for estimates of many cases. Pure functions. */
public final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The probability of a value below {@code z}, 0 to 1. */
    public static double below(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** How many standard errors an interval of {@code coverage}, above 0 and below 1, reaches to either side: 1.96 for 0.95. */
    public static double reach(double coverage) {
        Comparison.checkCoverage(coverage);
        return STANDARD.inverseSurvivalProbability((1 - coverage) / 2);
    }
}
