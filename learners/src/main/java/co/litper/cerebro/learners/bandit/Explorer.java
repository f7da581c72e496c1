package co.litper.cerebro.learners.bandit;

/**
 * A rule that spreads probability over arms by their predicted values alone. Pure and thread-safe; O(arms). Ties go to the
 * lowest index, so that equal input gives equal output.
 */
public sealed interface Explorer {

    /**
     * The best arm most of the time, any allowed one with ε ÷ arms.
     *
     * @param rate ε, 0 to 1; at 0 the log can judge no other policy
     */
    record EpsilonGreedy(double rate) implements Explorer {
        public EpsilonGreedy {
            Arms.requireRate(rate);
        }
    }

    /**
     * Probability proportional to exp(value ÷ temperature), mixed with ε ÷ arms so that none vanishes.
     *
     * @param temperature in the unit of the values, above 0
     * @param rate ε, 0 to 1
     */
    record Softmax(double temperature, double rate) implements Explorer {
        public Softmax {
            Arms.requireRate(rate);
            if (!(temperature > 0) || Double.isInfinite(temperature)) {
                throw new IllegalArgumentException("temperature must be finite and above 0, is " + temperature);
            }
        }
    }

    /**
     * Inverse gap weighting: 1 ÷ (arms + γ × gap to the best), the rest to the best (D. Foster and A. Rakhlin, "Beyond UCB",
     * ICML 2020; N. Abe and P. Long, 1999). Arms that are hardly worse are tried more than those that are far worse.
     *
     * @param gamma per unit of value, at least 0; grows with what is known
     */
    record SquareCb(double gamma) implements Explorer {
        public SquareCb {
            if (!(gamma >= 0) || Double.isInfinite(gamma)) {
                throw new IllegalArgumentException("gamma must be finite and at least 0, is " + gamma);
            }
        }
    }

    /**
     * Draws an arm.
     *
     * @param values predicted value of each arm, higher is better; finite where allowed
     * @param allowed which may be drawn; at least one
     * @param unit a uniform draw in [0, 1)
     * @throws BadChoiceException if nothing is allowed, lengths differ, or a number is out of range
     */
    default Choice choose(double[] values, boolean[] allowed, double unit) {
        double[] distribution = new double[values.length];
        int best = Arms.spread(this, values, allowed, distribution);
        return Choice.draw(distribution, best, 0, unit);
    }

    /** The probability of every arm; arguments and errors as of {@link #choose}. */
    default double[] distribution(double[] values, boolean[] allowed) {
        double[] out = new double[values.length];
        Arms.spread(this, values, allowed, out);
        return out;
    }
}
