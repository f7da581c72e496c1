package co.litper.cerebro.learners.bandit;

/**
 * Draws an arm about as often as it may be the best: each rival with the probability that it beats the arm of the highest
 * mean, both taken as independent normals; the rest goes to that arm. For two arms this is Thompson sampling (W. Thompson,
 * Biometrika 1933); for more it is a cheaper stand-in whose propensities are exact, since they are computed before the draw.
 * Thread-safe but for its caller's arrays; O(arms).
 *
 * <p>Above that a {@code rate} is spread over all allowed arms, weighed by 1 ÷ (1 + gap ÷ scale): none vanishes, and what is
 * surely bad is tried seldom.
 *
 * @param rate share given to chance, 0 to 1
 * @param scale gap at which an arm gets half the weight of the best, in the unit of the values, above 0
 */
public record PairwiseMatching(double rate, double scale) {
    public PairwiseMatching {
        Arms.requireRate(rate);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale must be finite and above 0, is " + scale);
        }
    }

    /**
     * Draws an arm.
     *
     * @param means expected value of each arm; finite where allowed
     * @param widths standard deviation of what is believed of it, at least 0
     * @param allowed which may be drawn; at least one
     * @param unit a uniform draw in [0, 1)
     * @throws BadChoiceException if nothing is allowed, lengths differ, or a number is out of range
     */
    public Choice choose(double[] means, double[] widths, boolean[] allowed, double unit) {
        double[] distribution = new double[means.length];
        int best = spread(means, widths, allowed, distribution);
        return Choice.draw(distribution, best, 0, unit);
    }

    /** Writes the probability of every arm into {@code out}; arguments and errors as of {@link #choose}. Returns the best arm. */
    public int spread(double[] means, double[] widths, boolean[] allowed, double[] out) {
        requireWidths(means, widths, allowed);
        int best = Arms.best(means, allowed);
        double rivals = 0;
        double weights = 0;
        int count = 0;
        for (int i = 0; i < means.length; i++) {
            out[i] = 0;
            if (allowed[i]) {
                count++;
                weights += weight(means[best] - means[i]);
                if (i != best) {
                    double variance = widths[i] * widths[i] + widths[best] * widths[best];
                    out[i] = 1 - BestArm.ofTwo(means[best] - means[i], variance);
                    rivals += out[i];
                }
            }
        }
        // However many rivals there are, the best arm keeps an even share.
        double most = 1 - 1.0 / count;
        double shrink = rivals > most ? most / rivals : 1;
        out[best] = 1 - rivals * shrink;
        for (int i = 0; i < means.length; i++) {
            if (allowed[i]) {
                double matched = i == best ? out[i] : out[i] * shrink;
                out[i] = (1 - rate) * matched + rate * weight(means[best] - means[i]) / weights;
            }
        }
        return best;
    }

    private double weight(double gap) {
        return 1 / (1 + gap / scale);
    }

    private static void requireWidths(double[] means, double[] widths, boolean[] allowed) {
        if (widths.length != means.length) {
            throw new BadChoiceException(widths.length + " widths for " + means.length + " arms");
        }
        for (int i = 0; i < widths.length; i++) {
            if (allowed[i] && !(widths[i] >= 0 && widths[i] < Double.POSITIVE_INFINITY)) {
                throw new BadChoiceException("width of arm " + i + " must be finite and at least 0, is " + widths[i]);
            }
        }
    }
}
