package co.litper.cerebro.learn;

import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.learners.inference.Bootstrap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What slow thinking cost and earned.
 *
 * @param considered decisions where thinking was worth its price
 * @param asked of them, put to the reasoner
 * @param ends how thoughts ended
 * @param differed answers that advised something else, weighed against what stood
 * @param followed of them, followed
 * @param inputTokens read
 * @param outputTokens written
 * @param costCop pesos spent
 * @param cases what came of advice that differed
 */
public record ThinkingReport(
        long considered,
        long asked,
        Map<ThoughtEnd, Long> ends,
        long differed,
        long followed,
        long inputTokens,
        long outputTokens,
        long costCop,
        List<Case> cases) {
    /** Ended cases on either side below which nothing is said of what was earned. */
    public static final int LEAST_CASES = 30;

    private static final int ROUNDS = 2_000;
    private static final double COVERAGE = 0.95;
    private static final long SEED = 1;

    public ThinkingReport {
        ends = Map.copyOf(ends);
        cases = List.copyOf(cases);
    }

    /**
     * Advice that differed, and what came of it.
     *
     * @param propensity with which it was followed, or was not
     * @param cop what the parcel earned in the end, pesos
     */
    public record Case(boolean followed, double propensity, double cop) {}

    /**
     * What following advice added, pesos a case: the means of both sides, each case weighed by one over its propensity, and
     * their difference with its bootstrapped interval of 95 %.
     */
    public record Worth(double copPerCase, double low, double high) {}

    /** What following added; empty while too few have ended on either side. */
    public Optional<Worth> worth() {
        long yes = cases.stream().filter(Case::followed).count();
        if (yes < LEAST_CASES || cases.size() - yes < LEAST_CASES) {
            return Optional.empty();
        }
        double[] indices = IntStream.range(0, cases.size()).asDoubleStream().toArray();
        ToDoubleFunction<double[]> difference = drawn -> mean(drawn, true) - mean(drawn, false);
        Bootstrap.Interval interval = Bootstrap.percentile(indices, difference, ROUNDS, COVERAGE, SEED);
        return Optional.of(new Worth(difference.applyAsDouble(indices), interval.low(), interval.high()));
    }

    private double mean(double[] indices, boolean followed) {
        double sum = 0;
        double weights = 0;
        for (double index : indices) {
            Case c = cases.get((int) index);
            if (c.followed() == followed) {
                sum += c.cop() / c.propensity();
                weights += 1 / c.propensity();
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** What was earned in all, pesos, before the cost: what following added, times how often that was done. */
    public Optional<Worth> earned() {
        return worth().map(w -> new Worth(w.copPerCase() * followed, w.low() * followed, w.high() * followed));
    }

    /** Thoughts with this end. */
    public long ended(ThoughtEnd end) {
        return ends.getOrDefault(end, 0L);
    }
}
