package co.litper.cerebro.learners.bandit;

/**
 * A rule that spreads probability over arms by their predicted values. Pure and thread-safe; O(arms). Ties go to the lowest
 * index, so that equal input gives equal output.
 */
public sealed interface Explorer {

    /**
     * The best arm most of the time, any allowed one with ε ÷ arms.
     *
     * @param rate ε, 0 to 1; at 0 the log can judge no other policy
     */
    record EpsilonGreedy(double rate) implements Explorer {
        public EpsilonGreedy {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("rate must be 0 to 1, is " + rate);
            }
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
            if (!(temperature > 0) || Double.isInfinite(temperature) || !(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException(
                        "temperature must be above 0 and rate 0 to 1, are " + temperature + ", " + rate);
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
        if (!(unit >= 0 && unit < 1)) {
            throw new BadChoiceException("draw must be in [0, 1), is " + unit);
        }
        double[] distribution = distribution(values, allowed);
        double left = unit;
        int last = -1;
        for (int i = 0; i < distribution.length; i++) {
            if (distribution[i] > 0) {
                last = i;
                left -= distribution[i];
                if (left < 0) {
                    break;
                }
            }
        }
        return new Choice(last, distribution[last], distribution);
    }

    /** The probability of every arm; arguments and errors as of {@link #choose}. */
    default double[] distribution(double[] values, boolean[] allowed) {
        int best = Arms.best(values, allowed);
        int count = Arms.count(allowed);
        double[] out = new double[values.length];
        switch (this) {
            case EpsilonGreedy(double rate) -> {
                Arms.spread(out, allowed, rate / count);
                out[best] += 1 - rate;
            }
            case Softmax(double temperature, double rate) -> {
                double sum = 0;
                for (int i = 0; i < values.length; i++) {
                    sum += allowed[i] ? Math.exp((values[i] - values[best]) / temperature) : 0;
                }
                Arms.spread(out, allowed, rate / count);
                for (int i = 0; i < values.length; i++) {
                    out[i] += allowed[i] ? (1 - rate) * Math.exp((values[i] - values[best]) / temperature) / sum : 0;
                }
            }
            case SquareCb(double gamma) -> {
                double rest = 1;
                for (int i = 0; i < values.length; i++) {
                    if (allowed[i] && i != best) {
                        out[i] = 1 / (count + gamma * (values[best] - values[i]));
                        rest -= out[i];
                    }
                }
                out[best] = rest;
            }
        }
        return out;
    }
}
