package co.litper.cerebro.learners.tree.flat;

/** What is made of the sums of an ensemble, its margins. */
public enum Link {
    /** Left as they are. */
    IDENTITY,
    /** 1 / (1 + exp(−margin)), each for itself. */
    LOGISTIC,
    /** exp(margin), each for itself. */
    EXPONENTIAL,
    /** 1 above 0, else 0, each for itself. */
    STEP,
    /** exp(margin), divided by the sum over outputs. */
    SOFTMAX,
    /** Logistic, divided by the sum over outputs: classes each against the rest. */
    ONE_AGAINST_REST,
    /** Divided by their sum; left as they are if that is 0. */
    SHARES;

    /** Turns margins into answers in place. Allocates nothing. */
    void apply(double[] out) {
        switch (this) {
            case IDENTITY -> {}
            case LOGISTIC -> logistic(out);
            case EXPONENTIAL -> exponentiate(out, 0);
            case STEP -> step(out);
            case SOFTMAX -> {
                exponentiate(out, largest(out));
                share(out);
            }
            case ONE_AGAINST_REST -> {
                logistic(out);
                share(out);
            }
            case SHARES -> share(out);
        }
    }

    private static void logistic(double[] out) {
        for (int o = 0; o < out.length; o++) {
            out[o] = 1 / (1 + Math.exp(-out[o]));
        }
    }

    private static void exponentiate(double[] out, double origin) {
        for (int o = 0; o < out.length; o++) {
            out[o] = Math.exp(out[o] - origin);
        }
    }

    private static void step(double[] out) {
        for (int o = 0; o < out.length; o++) {
            out[o] = out[o] > 0 ? 1 : 0;
        }
    }

    private static double largest(double[] out) {
        double largest = out[0];
        for (double margin : out) {
            largest = Math.max(largest, margin);
        }
        return largest;
    }

    private static void share(double[] out) {
        double sum = 0;
        for (double v : out) {
            sum += v;
        }
        for (int o = 0; o < out.length && sum > 0; o++) {
            out[o] /= sum;
        }
    }
}
