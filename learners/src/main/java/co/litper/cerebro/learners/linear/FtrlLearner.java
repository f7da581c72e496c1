package co.litper.cerebro.learners.linear;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * FTRL-proximal: an online linear learner with a learning rate of its own for each feature and sparse, bounded weights.
 * Owned by one thread; O(d) a sample, memory O(d).
 *
 * <p>H. B. McMahan et al., "Ad Click Prediction: a View from the Trenches", KDD 2013, algorithm 1. Departures: rows are
 * dense and scaled by running moments; any {@link Loss}; the bias is not penalised; an importance weight multiplies the
 * gradient.
 */
public final class FtrlLearner {
    private static final int KIND = 0x4654524C;
    private static final int VERSION = 1;

    /**
     * How fast and how bounded a learner is.
     *
     * @param rate α, step of a feature never seen, above 0
     * @param offset β, keeps the first steps from being the largest, at least 0
     * @param l1 pull to exactly 0, at least 0
     * @param l2 pull towards 0, at least 0
     */
    public record Settings(double rate, double offset, double l1, double l2) {
        /** Those of the paper's experiments, for scaled features. */
        public static final Settings DEFAULT = new Settings(0.1, 1, 0, 1);

        public Settings {
            if (!(rate > 0 && offset >= 0 && l1 >= 0 && l2 >= 0)) {
                throw new IllegalArgumentException("settings must be rate > 0 and the rest at least 0, are rate " + rate
                        + ", offset " + offset + ", l1 " + l1 + ", l2 " + l2);
            }
        }
    }

    private final int width;
    private final Loss loss;
    private final Settings settings;
    private final RunningScale scale;
    private final double[] gradients;
    private final double[] squares;
    private final double[] scaled;
    private long samples;

    /** A learner of rows of {@code width} values, at least 1. */
    public FtrlLearner(int width, Loss loss, Settings settings) {
        this(width, loss, settings, new RunningScale(width));
    }

    private FtrlLearner(int width, Loss loss, Settings settings, RunningScale scale) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, is " + width);
        }
        this.width = width;
        this.loss = loss;
        this.settings = settings;
        this.scale = scale;
        this.gradients = new double[width + 1];
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
            score += weight(i) * scaled[i];
        }
        double slope = loss.slope(score, target) * weight;
        for (int i = 0; i <= width; i++) {
            double g = slope * scaled[i];
            double grown = squares[i] + g * g;
            double sigma = (Math.sqrt(grown) - Math.sqrt(squares[i])) / settings.rate();
            gradients[i] += g - sigma * weight(i);
            squares[i] = grown;
        }
        samples++;
    }

    private double weight(int i) {
        double l1 = i == width ? 0 : settings.l1();
        double l2 = i == width ? 0 : settings.l2();
        double z = gradients[i];
        if (Math.abs(z) <= l1) {
            return 0;
        }
        return -(z - Math.signum(z) * l1) / ((settings.offset() + Math.sqrt(squares[i])) / settings.rate() + l2);
    }

    /** The score of a row as of now. Allocates nothing. */
    public double score(float[] row) {
        Samples.require(row, width, 1);
        double score = weight(width);
        for (int i = 0; i < width; i++) {
            score += weight(i) * RunningScale.scaled(row[i], scale.mean(i), scale.inverseDeviation(i));
        }
        return score;
    }

    /** What it has learned so far, immutable. */
    public LinearModel model() {
        double[] weights = new double[width];
        for (int i = 0; i < width; i++) {
            weights[i] = weight(i);
        }
        return new LinearModel(weights, weight(width), scale);
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
                .doubles(gradients)
                .doubles(squares);
        scale.write(out);
        return out.finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws SnapshotException if the bytes are cut short, damaged, of another kind or version
     */
    public static FtrlLearner fromBytes(byte[] bytes, Loss loss, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int width = in.int32();
        if (width < 1 || width > bytes.length) {
            throw new SnapshotException("snapshot FTRL claims a width of " + width);
        }
        long samples = in.int64();
        double[] gradients = in.doubles();
        double[] squares = in.doubles();
        if (gradients.length != width + 1 || squares.length != width + 1) {
            throw new SnapshotException("snapshot FTRL of width " + width + " has " + gradients.length + " gradients");
        }
        FtrlLearner learner = new FtrlLearner(width, loss, settings, RunningScale.read(in, width));
        System.arraycopy(gradients, 0, learner.gradients, 0, width + 1);
        System.arraycopy(squares, 0, learner.squares, 0, width + 1);
        learner.samples = samples;
        return learner;
    }
}
