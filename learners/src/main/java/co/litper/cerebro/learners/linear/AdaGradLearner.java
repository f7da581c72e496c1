package co.litper.cerebro.learners.linear;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * AdaGrad: an online linear learner whose step shrinks for each feature by the gradients it has seen. Owned by one thread;
 * O(d) a sample, memory O(d).
 *
 * <p>J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 12,
 * 2011, diagonal form. Departures: rows are dense and scaled by running moments; any {@link Loss}; the bias is not
 * regularised; an importance weight multiplies the gradient.
 */
public final class AdaGradLearner {
    private static final int KIND = 0x41444147;
    private static final int VERSION = 1;

    /**
     * How fast and how bounded a learner is.
     *
     * @param rate size of the first step, above 0
     * @param offset added to the root of squared gradients, above 0, so that the first is divided by something
     * @param l2 pull towards 0 with every step, at least 0
     */
    public record Settings(double rate, double offset, double l2) {
        /** For scaled features. */
        public static final Settings DEFAULT = new Settings(0.3, 1e-3, 1e-4);

        public Settings {
            if (!(rate > 0 && offset > 0 && l2 >= 0)) {
                throw new IllegalArgumentException("settings must be rate > 0, offset > 0 and l2 at least 0, are rate "
                        + rate + ", offset " + offset + ", l2 " + l2);
            }
        }
    }

    private final int width;
    private final Loss loss;
    private final Settings settings;
    private final RunningScale scale;
    private final double[] weights;
    private final double[] squares;
    private final double[] scaled;
    private long samples;

    /** A learner of rows of {@code width} values, at least 1. */
    public AdaGradLearner(int width, Loss loss, Settings settings) {
        this(width, loss, settings, new RunningScale(width));
    }

    private AdaGradLearner(int width, Loss loss, Settings settings, RunningScale scale) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, is " + width);
        }
        this.width = width;
        this.loss = loss;
        this.settings = settings;
        this.scale = scale;
        this.weights = new double[width + 1];
        this.squares = new double[width + 1];
        this.scaled = new double[width + 1];
    }

    /**
     * Learns one sample.
     *
     * @param row NaN where missing
     * @param target what came, within the range of the loss
     * @param weight importance, at least 0; 1 is usual
     * @throws BadSampleException if the sample is unusable; then nothing has changed
     */
    public void update(float[] row, double target, double weight) {
        Samples.require(row, width, weight);
        loss.requireTarget(target);
        scale.observe(row, weight);
        scale.scale(row, scaled);
        scaled[width] = 1;
        double score = 0;
        for (int i = 0; i <= width; i++) {
            score += weights[i] * scaled[i];
        }
        double slope = loss.slope(score, target) * weight;
        for (int i = 0; i <= width; i++) {
            double g = slope * scaled[i] + (i == width ? 0 : settings.l2() * weight * weights[i]);
            squares[i] += g * g;
            weights[i] -= settings.rate() * g / (settings.offset() + Math.sqrt(squares[i]));
        }
        samples++;
    }

    /** The score of a row as of now. Allocates nothing. */
    public double score(float[] row) {
        Samples.require(row, width, 1);
        double score = weights[width];
        for (int i = 0; i < width; i++) {
            score += weights[i] * RunningScale.scaled(row[i], scale.mean(i), scale.inverseDeviation(i));
        }
        return score;
    }

    /** What it has learned so far, immutable. */
    public LinearModel model() {
        double[] copy = new double[width];
        System.arraycopy(weights, 0, copy, 0, width);
        return new LinearModel(copy, weights[width], scale);
    }

    /** The sum of squared gradients by the slope of feature {@code i}, per unit of its value; of the bias behind the last. */
    public double squaredGradients(int i) {
        double inverse = i == width ? 1 : scale.inverseDeviation(i);
        return squares[i] / (inverse * inverse);
    }

    /** Samples learned. */
    public long samples() {
        return samples;
    }

    /** Versioned bytes of state; loss and settings are the program's and not among them. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .int32(width)
                .int64(samples)
                .doubles(weights)
                .doubles(squares);
        scale.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind or version
     */
    public static AdaGradLearner fromBytes(byte[] bytes, Loss loss, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int width = in.int32();
        if (width < 1 || width > bytes.length) {
            throw new SnapshotException("snapshot ADAG claims a width of " + width);
        }
        long samples = in.int64();
        double[] weights = in.doubles();
        double[] squares = in.doubles();
        if (weights.length != width + 1 || squares.length != width + 1) {
            throw new SnapshotException("snapshot ADAG of width " + width + " has " + weights.length + " weights");
        }
        AdaGradLearner learner = new AdaGradLearner(width, loss, settings, RunningScale.read(in, width));
        System.arraycopy(weights, 0, learner.weights, 0, width + 1);
        System.arraycopy(squares, 0, learner.squares, 0, width + 1);
        learner.samples = samples;
        return learner;
    }
}
