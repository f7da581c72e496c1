package co.litper.cerebro.learners.bandit;

/** Checks, sums and spreads over arms. */
final class Arms {
    private Arms() {}

    static void requireRate(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("exploration rate must be 0 to 1, is " + rate);
        }
    }

    /** Writes the probability of every arm into {@code out} and returns the best arm; allocates nothing. */
    static int spread(Explorer rule, double[] values, boolean[] allowed, double[] out) {
        int best = best(values, allowed);
        int count = count(allowed);
        switch (rule) {
            case Explorer.EpsilonGreedy(double rate) -> {
                share(out, allowed, rate / count);
                out[best] += 1 - rate;
            }
            case Explorer.Softmax(double temperature, double rate) ->
                soften(values, allowed, best, count, temperature, rate, out);
            case Explorer.SquareCb(double gamma) -> weighGaps(values, allowed, best, count, gamma, out);
        }
        return best;
    }

    /** The best allowed arm, the lowest index among equals. */
    static int best(double[] values, boolean[] allowed) {
        if (values.length != allowed.length) {
            throw new BadChoiceException(values.length + " values for " + allowed.length + " arms");
        }
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (allowed[i]) {
                if (!Double.isFinite(values[i])) {
                    throw new BadChoiceException("value of arm " + i + " must be finite, is " + values[i]
                            + ". Maybe its model has not learned yet.");
                }
                best = best < 0 || values[i] > values[best] ? i : best;
            }
        }
        if (best < 0) {
            throw new BadChoiceException("none of " + values.length + " arms is allowed");
        }
        return best;
    }

    private static int count(boolean[] allowed) {
        int count = 0;
        for (boolean a : allowed) {
            count += a ? 1 : 0;
        }
        return count;
    }

    private static void share(double[] out, boolean[] allowed, double share) {
        for (int i = 0; i < out.length; i++) {
            out[i] = allowed[i] ? share : 0;
        }
    }

    private static void soften(
            double[] values, boolean[] allowed, int best, int count, double temperature, double rate, double[] out) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            out[i] = allowed[i] ? Math.exp((values[i] - values[best]) / temperature) : 0;
            sum += out[i];
        }
        for (int i = 0; i < values.length; i++) {
            out[i] = allowed[i] ? rate / count + (1 - rate) * out[i] / sum : 0;
        }
    }

    private static void weighGaps(double[] values, boolean[] allowed, int best, int count, double gamma, double[] out) {
        double rest = 1;
        for (int i = 0; i < values.length; i++) {
            out[i] = 0;
            if (allowed[i] && i != best) {
                out[i] = 1 / (count + gamma * (values[best] - values[i]));
                rest -= out[i];
            }
        }
        out[best] = rest;
    }
}
