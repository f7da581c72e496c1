package co.litper.cerebro.learners.bandit;

/** Checks and sums over arms. */
final class Arms {
    private Arms() {}

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

    static int count(boolean[] allowed) {
        int count = 0;
        for (boolean a : allowed) {
            count += a ? 1 : 0;
        }
        return count;
    }

    static void spread(double[] out, boolean[] allowed, double share) {
        for (int i = 0; i < out.length; i++) {
            out[i] = allowed[i] ? share : 0;
        }
    }
}
