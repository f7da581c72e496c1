package co.litper.cerebro.learners.search;

import java.util.Arrays;

/**
 * Regression under a Gaussian process: a Matérn 5/2 kernel of all coordinates together, a length for each, and the same of each
 * alone, added up, since many losses are sums.
 *
 * <p>C. E. Rasmussen and C. K. I. Williams, "Gaussian processes for machine learning", MIT Press 2006; D. Duvenaud, H. Nickisch and C. E. Rasmussen, "Additive Gaussian processes", NIPS 2011, orders one and
 * all. Lengths and noise are the
 * likeliest under log-normal priors, sought coordinate by coordinate; the variance of the signal is solved for. Fitting is
 * O(n³ × coordinates), a prediction O(n²).
 */
final class GaussianProcess {
    private static final double ROOT_FIVE = Math.sqrt(5);
    /** Lengths tried alike for all coordinates first, as share of the range. */
    private static final double[] LENGTHS = {0.05, 0.1, 0.2, 0.4, 0.8, 1.6};

    private static final double[] NOISES = {1e-6, 1e-3, 1e-1};
    /** Shares of the variance that coordinates explain each for itself. */
    private static final double[] ALONE = {0, 0.5, 0.95};

    private static final double LEAST_NOISE = 1e-6;
    /** Factors by which a coordinate's length is tried to be changed, one pass after the other. */
    private static final double[] PASSES = {2.5, 1.6, 1.25};
    /** Deviation of the logarithm of a length about its typical value. */
    private static final double PRIOR_DEVIATION = 1.2;

    private final double[][] inputs;
    private final double[] targets;
    private final int n;
    private final double[] lower;
    private final double[] weights;
    private double[] lengths;
    private double noise = LEAST_NOISE;
    private double alone;
    private double variance = 1;

    /**
     * Fits.
     *
     * @param inputs [n][coordinates], each about 0 to 1
     * @param targets of mean 0 and variance about 1
     */
    GaussianProcess(double[][] inputs, double[] targets) {
        this.inputs = inputs;
        this.targets = targets;
        n = inputs.length;
        lower = new double[n * n];
        weights = new double[n];
        lengths = new double[inputs[0].length];
        search();
        evidence(lengths, noise);
    }

    private void search() {
        double most = Double.NEGATIVE_INFINITY;
        double start = LENGTHS[0];
        double likeliest = 0;
        for (double length : LENGTHS) {
            for (double candidate : NOISES) {
                for (double share : lengths.length == 1 ? new double[] {0} : ALONE) {
                    Arrays.fill(lengths, length);
                    alone = share;
                    double evidence = evidence(lengths, candidate);
                    if (evidence > most) {
                        most = evidence;
                        start = length;
                        noise = candidate;
                        likeliest = share;
                    }
                }
            }
        }
        alone = likeliest;
        Arrays.fill(lengths, start);
        for (double factor : PASSES) {
            for (int d = 0; d < lengths.length; d++) {
                most = change(d, factor, most);
                most = change(d, 1 / factor, most);
            }
            most = changeNoise(factor * factor, most);
            most = changeNoise(1 / (factor * factor), most);
        }
    }

    private double change(int d, double factor, double most) {
        double[] candidate = lengths.clone();
        candidate[d] *= factor;
        double evidence = evidence(candidate, noise);
        if (evidence > most) {
            lengths = candidate;
            return evidence;
        }
        return most;
    }

    private double changeNoise(double factor, double most) {
        double candidate = Math.max(LEAST_NOISE, noise * factor);
        double evidence = evidence(lengths, candidate);
        if (evidence > most) {
            noise = candidate;
            return evidence;
        }
        return most;
    }

    /** Logarithm of the posterior of the settings, but for a constant; leaves factor, weights and variance of them behind. */
    private double evidence(double[] scale, double ratio) {
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 + ratio : kernel(inputs[i], inputs[j], scale);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * n + k] * lower[j * n + k];
                }
                lower[i * n + j] =
                        i == j ? Math.sqrt(Math.max(LEAST_NOISE * LEAST_NOISE, sum)) : sum / lower[j * n + j];
            }
            logDeterminant += 2 * Math.log(lower[i * n + i]);
        }
        forward(targets, weights);
        double fit = 0;
        for (double z : weights) {
            fit += z * z;
        }
        variance = Math.max(Double.MIN_NORMAL, fit / n);
        backward(weights);
        double prior = 0;
        double typical = Math.log(0.4) + 0.5 * Math.log(scale.length) / 2;
        for (double length : scale) {
            double off = (Math.log(length) - typical) / PRIOR_DEVIATION;
            prior -= off * off / 2;
        }
        return -0.5 * n * Math.log(variance) - 0.5 * logDeterminant + prior;
    }

    private double kernel(double[] a, double[] b, double[] scale) {
        double squares = 0;
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            double off = (a[d] - b[d]) / scale[d];
            squares += off * off;
            sum += alone > 0 ? matern(Math.abs(off)) : 0;
        }
        return (1 - alone) * matern(Math.sqrt(squares)) + alone * sum / a.length;
    }

    private static double matern(double distance) {
        double r = ROOT_FIVE * distance;
        return (1 + r + r * r / 3) * Math.exp(-r);
    }

    private void forward(double[] from, double[] to) {
        for (int i = 0; i < n; i++) {
            double sum = from[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i * n + k] * to[k];
            }
            to[i] = sum / lower[i * n + i];
        }
    }

    private void backward(double[] x) {
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k * n + i] * x[k];
            }
            x[i] /= lower[i * n + i];
        }
    }

    /**
     * Mean and deviation of the target at an input.
     *
     * @param scratch two of n
     * @param out receives both
     */
    void predict(double[] input, double[][] scratch, double[] out) {
        double[] near = scratch[0];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            near[i] = kernel(input, inputs[i], lengths);
            mean += near[i] * weights[i];
        }
        forward(near, scratch[1]);
        double explained = 0;
        for (int i = 0; i < n; i++) {
            explained += scratch[1][i] * scratch[1][i];
        }
        out[0] = mean;
        out[1] = Math.sqrt(variance * Math.max(1e-12, 1 - explained));
    }
}
