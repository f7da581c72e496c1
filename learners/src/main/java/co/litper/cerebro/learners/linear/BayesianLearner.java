package co.litper.cerebro.learners.linear;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Recursive Bayesian linear or logistic regression: a Gaussian belief about the weights, updated exactly (Gaussian) or by
 * one Newton step (Bernoulli) at each sample, and slowly forgotten so that it follows drift. One pass does the work of
 * many passes of a gradient. Owned by one thread; O(d²) a sample and in memory.
 *
 * <p>M. West, J. Harrison and H. Migon, "Dynamic generalized linear models and Bayesian forecasting", JASA 1985;
 * T. McCormick, A. Raftery, D. Madigan and R. Burd, "Dynamic logistic regression and dynamic model averaging for binary
 * classification", Biometrics 2012. Departures: rows are scaled by running moments; a Gaussian residual beyond
 * {@code outlier} deviations is weighed down as by Huber's loss, since times have long tails; forgetting stops where a
 * weight's variance would pass its prior's, so that a feature that is rarely present cannot wind up.
 */
public final class BayesianLearner {
    private static final int KIND = 0x42415945;
    private static final int VERSION = 1;
    /** Least variance of a Bernoulli outcome used in an update: keeps a confident mistake from a step without bound. */
    private static final double LEAST_VARIANCE = 1e-3;
    /** Weight of the first guess of the noise, in samples. */
    private static final double NOISE_PRIOR = 20;

    /** What the target is. */
    public enum Family {
        /** A real number; the score estimates its (robust) mean. */
        GAUSSIAN,
        /** 0 or 1, or a probability; the score is log-odds. */
        BERNOULLI
    }

    /**
     * What is believed before the first sample, and how fast belief ages.
     *
     * @param weightDeviation standard deviation of a weight (per deviation of its feature) around its prior mean, above 0
     * @param biasDeviation of the bias around its prior mean, above 0
     * @param memorySamples samples after which old evidence counts 1/e, above 1; infinity never forgets
     * @param outlier deviations beyond which a Gaussian residual is weighed down, above 0
     */
    public record Settings(double weightDeviation, double biasDeviation, double memorySamples, double outlier) {
        public Settings {
            if (!(weightDeviation > 0 && biasDeviation > 0 && memorySamples > 1 && outlier > 0)) {
                throw new IllegalArgumentException(
                        "settings must be deviations > 0, memorySamples > 1, outlier > 0, are " + weightDeviation + ", "
                                + biasDeviation + ", " + memorySamples + ", " + outlier);
            }
        }
    }

    private final int width;
    private final Family family;
    private final Settings settings;
    private final RunningScale scale;
    /** [width + 1], the bias last. */
    private final double[] mean;
    /** [(width + 1) × (width + 1)], row-major, symmetric. */
    private final double[] covariance;

    private final double[] scaled;
    private final double[] gain;
    private double noiseSum;
    private double noiseCount;
    private long samples;

    /**
     * A learner that believes {@code priorWeights} and {@code priorBias}.
     *
     * @param priorWeights [width], per deviation of the feature
     */
    public BayesianLearner(Family family, Settings settings, double[] priorWeights, double priorBias) {
        this(
                family,
                settings,
                Arrays.copyOf(priorWeights, priorWeights.length + 1),
                new RunningScale(priorWeights.length));
        mean[width] = priorBias;
        for (int i = 0; i <= width; i++) {
            covariance[i * (width + 1) + i] = priorVariance(i);
        }
    }

    private BayesianLearner(Family family, Settings settings, double[] mean, RunningScale scale) {
        this.width = mean.length - 1;
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, is " + width);
        }
        this.family = family;
        this.settings = settings;
        this.mean = mean;
        this.scale = scale;
        this.covariance = new double[(width + 1) * (width + 1)];
        this.scaled = new double[width + 1];
        this.gain = new double[width + 1];
        this.noiseSum = NOISE_PRIOR;
        this.noiseCount = NOISE_PRIOR;
    }

    private double priorVariance(int i) {
        double deviation = i == width ? settings.biasDeviation() : settings.weightDeviation();
        return deviation * deviation;
    }

    /**
     * Learns one sample.
     *
     * @param row NaN where missing
     * @param offset a score known beforehand, added to the learner's own; 0 is usual
     * @param target finite; 0 to 1 for {@code BERNOULLI}
     * @param weight importance, at least 0; 1 is usual
     * @throws BadSampleException if the sample is unusable; then nothing has changed
     */
    public void update(float[] row, double offset, double target, double weight) {
        Samples.require(row, width, weight);
        Samples.requireFinite("offset", offset);
        switch (family) {
            case GAUSSIAN -> Samples.requireFinite("target", target);
            case BERNOULLI -> Samples.requireProbability(target);
        }
        if (weight == 0) {
            return;
        }
        scale.observe(row, weight);
        scale.scale(row, scaled);
        scaled[width] = 1;
        age(weight);
        double score = offset + spread();
        switch (family) {
            case GAUSSIAN -> learnGaussian(target - score, weight);
            case BERNOULLI -> learnBernoulli(score, target, weight);
        }
        samples++;
    }

    /** Fills {@code gain} with covariance × scaled row and returns the linear score. */
    private double spread() {
        int n = width + 1;
        double score = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += covariance[i * n + j] * scaled[j];
            }
            gain[i] = sum;
            score += mean[i] * scaled[i];
        }
        return score;
    }

    private void learnGaussian(double residual, double weight) {
        double noise = noiseSum / noiseCount;
        double size = Math.abs(residual) / Math.sqrt(noise);
        double trust = weight * (size > settings.outlier() ? settings.outlier() / size : 1);
        noiseSum += weight * Math.min(residual * residual, settings.outlier() * settings.outlier() * noise);
        noiseCount += weight;
        absorb(residual * trust / noise, trust / noise);
    }

    private void learnBernoulli(double score, double target, double weight) {
        double p = LinearModel.probability(score);
        absorb((target - p) * weight, Math.max(LEAST_VARIANCE, p * (1 - p)) * weight);
    }

    /** Sherman–Morrison: covariance shrinks along the row, the mean moves along the shrunk covariance. */
    private void absorb(double pull, double information) {
        int n = width + 1;
        double along = 0;
        for (int i = 0; i < n; i++) {
            along += scaled[i] * gain[i];
        }
        double shrink = 1 / (1 + information * along);
        for (int i = 0; i < n; i++) {
            mean[i] += gain[i] * shrink * pull;
            for (int j = 0; j <= i; j++) {
                double c = covariance[i * n + j] - information * shrink * gain[i] * gain[j];
                covariance[i * n + j] = c;
                covariance[j * n + i] = c;
            }
        }
    }

    /** Forgets a little: variances grow, correlations stay, none beyond its prior. */
    private void age(double weight) {
        int n = width + 1;
        double growth = Math.exp(0.5 * weight / settings.memorySamples());
        for (int i = 0; i < n; i++) {
            double room = priorVariance(i) / covariance[i * n + i];
            gain[i] = Math.max(1, Math.min(growth, Math.sqrt(room)));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double c = covariance[i * n + j] * gain[i] * gain[j];
                covariance[i * n + j] = c;
                covariance[j * n + i] = c;
            }
        }
        noiseSum /= growth * growth;
        noiseCount /= growth * growth;
    }

    /** The score of a row without offset. Allocates nothing. */
    public double score(float[] row) {
        Samples.require(row, width, 1);
        double score = mean[width];
        for (int i = 0; i < width; i++) {
            score += mean[i] * RunningScale.scaled(row[i], scale.mean(i), scale.inverseDeviation(i));
        }
        return score;
    }

    /** Standard deviation of the belief about a row's score; shrinks with evidence. O(d²), not thread-safe. */
    public double uncertainty(float[] row) {
        Samples.require(row, width, 1);
        scale.scale(row, scaled);
        scaled[width] = 1;
        spread();
        double along = 0;
        for (int i = 0; i <= width; i++) {
            along += scaled[i] * gain[i];
        }
        return Math.sqrt(Math.max(0, along));
    }

    /** Standard deviation of a Gaussian target around its score, as estimated so far. */
    public double noise() {
        return Math.sqrt(noiseSum / noiseCount);
    }

    /** What it believes now, immutable. */
    public LinearModel model() {
        return new LinearModel(Arrays.copyOf(mean, width), mean[width], scale);
    }

    /** How many values a row has. */
    public int width() {
        return width;
    }

    /** Samples learned. */
    public long samples() {
        return samples;
    }

    /** Versioned bytes of state; family and settings are the program's and not among them. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .doubles(mean)
                .doubles(covariance)
                .float64(noiseSum)
                .float64(noiseCount)
                .int64(samples);
        scale.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind or version
     */
    public static BayesianLearner fromBytes(byte[] bytes, Family family, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        double[] mean = in.doubles();
        double[] covariance = in.doubles();
        if (mean.length < 2 || covariance.length != mean.length * mean.length) {
            throw new SnapshotException("snapshot BAYE has " + mean.length + " means and " + covariance.length
                    + " covariances, wanted n and n × n");
        }
        double noiseSum = in.float64();
        double noiseCount = in.float64();
        long samples = in.int64();
        BayesianLearner learner = new BayesianLearner(family, settings, mean, RunningScale.read(in, mean.length - 1));
        System.arraycopy(covariance, 0, learner.covariance, 0, covariance.length);
        learner.noiseSum = noiseSum;
        learner.noiseCount = noiseCount;
        learner.samples = samples;
        return learner;
    }
}
