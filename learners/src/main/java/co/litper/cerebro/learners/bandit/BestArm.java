package co.litper.cerebro.learners.bandit;

/**
 * The probability that each of several normally distributed scores is the largest. Holds scratch space: one thread.
 *
 * <p>Independent scores: P(i is best) = ∫ fᵢ(x) Πⱼ≠ᵢ Fⱼ(x) dx for all arms in one pass over x, by Gauss–Kronrod panels of 7
 * and 15 points (A. Kronrod, 1965) two deviations wide, of the narrowest score that still moves there. About 150 × arms² ÷ 2
 * evaluations of F at the most when scores differ in width, 150 × arms when they are alike. Correlated scores: Monte-Carlo.
 */
final class BestArm {
    /** Chance that a Monte-Carlo share lies further from its probability than the error told. */
    private static final double MISS = 1e-3;
    /** Scores narrower than this part of the widest are widened to it: they are constants for every purpose. */
    private static final double NARROWEST = 1e-6;
    /** A pivot below this part of its variance is rounding: the score is a combination of those before it. */
    private static final double SINGULAR = 1e-10;
    /** Deviations a panel spans. */
    private static final double PANEL = 2;

    private static final double[] NODES = {
        0.991455371120812639,
        0.949107912342758525,
        0.864864423359769073,
        0.741531185599394440,
        0.586087235467691130,
        0.405845151377397167,
        0.207784955007898468,
        0
    };
    private static final double[] KRONROD = {
        0.022935322010529225,
        0.063092092629978553,
        0.104790010322250184,
        0.140653259715525919,
        0.169004726639267903,
        0.190350578064785410,
        0.204432940075298892,
        0.209482141084727828
    };
    /** Weights of the nodes 1, 3, 5, 7 in the embedded rule of 7 points. */
    private static final double[] GAUSS = {
        0.129484966168869693, 0.279705391489276668, 0.381830050505118945, 0.417959183673469388
    };

    private double[] deviations = {};
    private double[] below = {};
    private double[] coarse = {};
    private double[] factor = {};

    /** Two scores in closed form; the first wins ties. Returns P(first is best). */
    static double ofTwo(double difference, double variance) {
        if (!(variance > 0)) {
            return difference >= 0 ? 1 : 0;
        }
        return Normal.below(difference / Math.sqrt(variance));
    }

    /**
     * Independent scores.
     *
     * @param means of each arm, finite where allowed
     * @param widths standard deviations, at least 0; if all are 0 the best mean is certain
     * @param out receives the probabilities, 0 where not allowed; they sum to 1
     * @return bound on the error of a probability
     */
    double independent(double[] means, double[] widths, boolean[] allowed, double[] out) {
        int n = means.length;
        double widest = 0;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            out[i] = 0;
            widest = allowed[i] ? Math.max(widest, widths[i]) : widest;
        }
        if (widest == 0) {
            out[Arms.best(means, allowed)] = 1;
            return 0;
        }
        room(n);
        for (int i = 0; i < n; i++) {
            if (allowed[i]) {
                deviations[i] = Math.max(widths[i], widest * NARROWEST);
                low = Math.max(low, means[i] - Normal.REACH * deviations[i]);
                high = Math.max(high, means[i] + Normal.REACH * deviations[i]);
            }
        }
        double error = 0;
        for (double x = low; x < high; ) {
            double next = Math.min(high, x + step(x, widest, means, allowed));
            if (!(next > x)) {
                break;
            }
            error += panel(x, next, means, allowed, out);
            x = next;
        }
        return error + normalise(out);
    }

    /** How far the next panel may reach: no score may change much within it. */
    private double step(double x, double widest, double[] means, boolean[] allowed) {
        double step = PANEL * widest;
        for (int i = 0; i < means.length; i++) {
            if (allowed[i] && x < means[i] + Normal.REACH * deviations[i]) {
                double ahead = means[i] - Normal.REACH * deviations[i] - x;
                step = Math.min(step, Math.max(ahead, PANEL * deviations[i]));
            }
        }
        return step;
    }

    private double panel(double from, double to, double[] means, boolean[] allowed, double[] out) {
        int n = means.length;
        double half = (to - from) / 2;
        double middle = (to + from) / 2;
        for (int i = 0; i < n; i++) {
            coarse[i] = 0;
        }
        for (int k = 0; k < NODES.length; k++) {
            boolean embedded = (k & 1) == 1;
            for (int sign = NODES[k] == 0 ? 1 : -1; sign <= 1; sign += 2) {
                double x = middle + sign * half * NODES[k];
                double product = 1;
                for (int i = 0; i < n; i++) {
                    if (allowed[i]) {
                        below[i] = Math.max(Double.MIN_NORMAL, Normal.below((x - means[i]) / deviations[i]));
                        product *= below[i];
                    }
                }
                for (int i = 0; i < n && product > 0; i++) {
                    if (allowed[i]) {
                        double z = (x - means[i]) / deviations[i];
                        double f = product / below[i] * Normal.density(z) / deviations[i] * half;
                        out[i] += KRONROD[k] * f;
                        coarse[i] += (KRONROD[k] - (embedded ? GAUSS[k / 2] : 0)) * f;
                    }
                }
            }
        }
        double error = 0;
        for (int i = 0; i < n; i++) {
            error = Math.max(error, Math.abs(coarse[i]));
        }
        return error;
    }

    private static double normalise(double[] out) {
        double sum = 0;
        for (double p : out) {
            sum += p;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= sum;
        }
        return Math.abs(sum - 1);
    }

    /**
     * Correlated scores, by {@code samples} draws.
     *
     * @param covariance [n × n] row-major of the scores, positive semi-definite; only allowed rows are read
     * @param seed of the draws; must not depend on the draw of the arm
     * @return bound on the error of every probability, which holds in 999 of 1,000 cases (empirical Bernstein, A. Maurer and
     *     M. Pontil, COLT 2009)
     */
    double joint(double[] means, double[] covariance, boolean[] allowed, int samples, long seed, double[] out) {
        int n = means.length;
        room(n);
        factorise(covariance, allowed, n);
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        for (int i = 0; i < n; i++) {
            out[i] = 0;
        }
        for (int s = 0; s < samples; s++) {
            int best = -1;
            double highest = 0;
            for (int i = 0; i < n; i++) {
                if (allowed[i]) {
                    coarse[i] = random.nextGaussian();
                    double score = means[i];
                    for (int j = 0; j <= i; j++) {
                        score += allowed[j] ? factor[i * n + j] * coarse[j] : 0;
                    }
                    if (best < 0 || score > highest) {
                        best = i;
                        highest = score;
                    }
                }
            }
            out[best]++;
        }
        double log = Math.log(3.0 * n / MISS);
        double error = 0;
        for (int i = 0; i < n; i++) {
            out[i] /= samples;
            error = Math.max(error, Math.sqrt(2 * out[i] * (1 - out[i]) * log / samples) + 3 * log / samples);
        }
        return Math.min(1, error);
    }

    /** Cholesky; a pivot that rounding made negative is 0, since scores may be exact copies of each other. */
    private void factorise(double[] covariance, boolean[] allowed, int n) {
        if (factor.length < n * n) {
            factor = new double[n * n];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i && allowed[i]; j++) {
                double sum = covariance[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= allowed[k] ? factor[i * n + k] * factor[j * n + k] : 0;
                }
                if (i == j) {
                    factor[i * n + i] = sum > SINGULAR * covariance[i * n + i] ? Math.sqrt(sum) : 0;
                } else if (allowed[j]) {
                    factor[i * n + j] = factor[j * n + j] > 0 ? sum / factor[j * n + j] : 0;
                }
            }
        }
    }

    private void room(int n) {
        if (deviations.length < n) {
            deviations = new double[n];
            below = new double[n];
            coarse = new double[n];
        }
    }
}
