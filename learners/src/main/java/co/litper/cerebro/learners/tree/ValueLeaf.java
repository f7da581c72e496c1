package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf saw of a number: its moments, its moments in each bin of each feature, and a linear model that answers where it
 * is better than the mean.
 */
final class ValueLeaf {
    /** Numbers of a bin: weight, sum and sum of squares of targets less the tree's origin. */
    static final int STRIDE = 3;
    /** Share of an error that a model's record forgets with each row. */
    private static final double FADING = 0.02;

    private static final int ASLEEP = -1;

    final int[] features;
    /** Where the bins of each feature begin in {@link #bins}. */
    final int[] offsets;

    double @Nullable [] bins;
    final double @Nullable [] model;
    double weight;
    double mean;
    double rows;
    double attemptedAt;
    double meanError;
    double modelError;
    /** Since the last look: weight, squared error, and moments of the target. */
    double recentWeight;

    double recentError;
    double recentMean;
    double recentSquares;

    ValueLeaf(int[] features, int[] offsets, double mean, double @Nullable [] model) {
        this.features = features;
        this.offsets = offsets;
        this.bins = new double[offsets[features.length]];
        this.mean = mean;
        this.model = model;
    }

    double predict(double[] scaled) {
        double[] m = model;
        return m == null || meanError <= modelError ? mean : linear(m, scaled);
    }

    static double linear(double[] model, double[] scaled) {
        double sum = 0;
        for (int f = 0; f < model.length; f++) {
            sum += model[f] * scaled[f];
        }
        return sum;
    }

    void observe(int[] bin, double[] scaled, double target, double origin, double weight, double step) {
        double[] m = model;
        if (m != null) {
            fit(m, scaled, target, weight, step);
        }
        this.weight += weight;
        rows++;
        mean += (target - mean) * weight / this.weight;
        double[] b = bins;
        if (b == null) {
            return;
        }
        double y = target - origin;
        double wy = weight * y;
        double wyy = wy * y;
        for (int j = 0; j < features.length; j++) {
            int place = bin[features[j]];
            if (place != FeatureBins.MISSING) {
                int at = offsets[j] + place * STRIDE;
                b[at] += weight;
                b[at + 1] += wy;
                b[at + 2] += wyy;
            }
        }
    }

    /** Normalised least mean squares; a weight repeats the step. */
    private void fit(double[] m, double[] scaled, double target, double weight, double step) {
        double error = target - linear(m, scaled);
        meanError += FADING * (Math.abs(target - mean) - meanError);
        modelError += FADING * (Math.abs(error) - modelError);
        double norm = 0;
        for (int f = 0; f < m.length; f++) {
            norm += scaled[f] * scaled[f];
        }
        double share = weight == 1 ? step : 1 - Math.pow(1 - step, weight);
        double by = share * error / norm;
        for (int f = 0; f < m.length; f++) {
            m[f] += by * scaled[f];
        }
    }

    void judge(double predicted, double target, double weight) {
        recentWeight += weight;
        recentError += weight * (target - predicted) * (target - predicted);
        double off = target - recentMean;
        recentMean += off * weight / recentWeight;
        recentSquares += weight * off * (target - recentMean);
    }

    /** Begins anew with the recent mean if it would have been {@code times} as good as what was predicted since the last look. */
    boolean forgetIfOutdated(double times) {
        boolean outdated = recentError > times * recentSquares && recentWeight > 0;
        if (outdated) {
            mean = recentMean;
            weight = recentWeight;
            bins = bins == null ? null : new double[bins.length];
            if (model != null) {
                Arrays.fill(model, 0);
                model[model.length - 1] = recentMean;
            }
        }
        recentWeight = 0;
        recentError = 0;
        recentMean = 0;
        recentSquares = 0;
        return outdated;
    }

    /** Moves the bins of numeric features to where renewed cuts put them. */
    void move(FeatureBins to, boolean[] nominal, double[] scratch) {
        double[] b = bins;
        if (b == null) {
            return;
        }
        for (int j = 0; j < features.length; j++) {
            int f = features[j];
            if (nominal[f]) {
                continue;
            }
            int from = offsets[j];
            int length = FeatureBins.BINS * STRIDE;
            Arrays.fill(scratch, 0, length, 0);
            for (int place = 0; place < FeatureBins.BINS; place++) {
                int at = from + place * STRIDE;
                if (b[at] > 0) {
                    int target = to.renewed(f, place) * STRIDE;
                    scratch[target] += b[at];
                    scratch[target + 1] += b[at + 1];
                    scratch[target + 2] += b[at + 2];
                }
            }
            System.arraycopy(scratch, 0, b, from, length);
        }
    }

    void write(SnapshotWriter out) {
        out.int32(features.length);
        for (int feature : features) {
            out.int32(feature);
        }
        out.float64(weight)
                .float64(mean)
                .float64(rows)
                .float64(attemptedAt)
                .float64(meanError)
                .float64(modelError);
        out.float64(recentWeight).float64(recentError).float64(recentMean).float64(recentSquares);
        writeBins(out, bins);
        out.doubles(model == null ? new double[0] : model);
    }

    /** Only bins that hold something, since most are empty in young leaves; −1 of them if the leaf sleeps. */
    private static void writeBins(SnapshotWriter out, double @Nullable [] bins) {
        if (bins == null) {
            out.int32(ASLEEP);
            return;
        }
        int filled = 0;
        for (int at = 0; at < bins.length; at += STRIDE) {
            filled += bins[at] > 0 ? 1 : 0;
        }
        out.int32(filled);
        for (int at = 0; at < bins.length; at += STRIDE) {
            if (bins[at] > 0) {
                out.int32(at).float64(bins[at]).float64(bins[at + 1]).float64(bins[at + 2]);
            }
        }
    }

    private static double @Nullable [] readBins(SnapshotReader in, int length) {
        int filled = in.int32();
        if (filled == ASLEEP) {
            return null;
        }
        double[] bins = new double[length];
        for (int i = 0; i < filled; i++) {
            int at = in.int32();
            if (at < 0 || at + STRIDE > length || at % STRIDE != 0) {
                throw new SnapshotException("leaf claims a bin at " + at + " of " + length);
            }
            bins[at] = in.float64();
            bins[at + 1] = in.float64();
            bins[at + 2] = in.float64();
        }
        return bins;
    }

    static ValueLeaf read(SnapshotReader in, ValueTree tree) {
        int[] features = Observed.readFeatures(in, tree.width());
        double[] moments = new double[10];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = in.float64();
        }
        int[] offsets = tree.offsets(features);
        double[] bins = readBins(in, offsets[features.length]);
        double[] model = in.doubles();
        if (model.length != (tree.hasModels() ? tree.width() + 1 : 0)) {
            throw new SnapshotException("leaf of " + features.length + " features has " + model.length + " weights");
        }
        ValueLeaf leaf = new ValueLeaf(features, offsets, moments[1], model.length == 0 ? null : model);
        leaf.bins = bins;
        leaf.weight = moments[0];
        leaf.rows = moments[2];
        leaf.attemptedAt = moments[3];
        leaf.meanError = moments[4];
        leaf.modelError = moments[5];
        leaf.recentWeight = moments[6];
        leaf.recentError = moments[7];
        leaf.recentMean = moments[8];
        leaf.recentSquares = moments[9];
        return leaf;
    }
}
