package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.stream.StreamSchema;
import co.litper.cerebro.learners.tree.Branches.Test;

/** Looks for the test that reduces the deviation of a leaf's targets most. O(features × bins); scratch of one tree. */
final class ValueSplits {
    /** Least share of a branch. */
    private static final double LEAST_SHARE = 0.05;

    private final StreamSchema schema;
    int slot;
    Test test = Test.AT_MOST;
    int bin;
    double merit;
    double second;
    double leftShare;
    double leftMean;
    double rightMean;

    ValueSplits(StreamSchema schema) {
        this.schema = schema;
    }

    void search(ValueLeaf leaf, double[] bins, FeatureBins cuts) {
        slot = -1;
        merit = 0;
        second = 0;
        for (int j = 0; j < leaf.features.length; j++) {
            int f = leaf.features[j];
            feature(bins, leaf.offsets[j], cuts.count(f), j, schema.isNominal(f));
        }
    }

    private void feature(double[] bins, int from, int count, int j, boolean nominal) {
        double w = 0;
        double s = 0;
        double q = 0;
        int end = from + count * ValueLeaf.STRIDE;
        for (int at = from; at < end; at += ValueLeaf.STRIDE) {
            w += bins[at];
            s += bins[at + 1];
            q += bins[at + 2];
        }
        double all = scatter(w, s, q);
        double least = LEAST_SHARE * w;
        double bestGain = 0;
        int best = -1;
        double bestW = 0;
        double bestS = 0;
        double lw = 0;
        double ls = 0;
        double lq = 0;
        for (int b = 0; b < count; b++) {
            int at = from + b * ValueLeaf.STRIDE;
            if (bins[at] == 0) {
                continue;
            }
            lw = nominal ? bins[at] : lw + bins[at];
            ls = nominal ? bins[at + 1] : ls + bins[at + 1];
            lq = nominal ? bins[at + 2] : lq + bins[at + 2];
            if (lw < least || w - lw < least || w - lw <= 0) {
                continue;
            }
            double gain = (all - scatter(lw, ls, lq) - scatter(w - lw, s - ls, q - lq)) / w;
            if (gain > bestGain) {
                bestGain = gain;
                best = b;
                bestW = lw;
                bestS = ls;
            }
        }
        if (best < 0 || !nominal && best == count - 1) {
            return;
        }
        if (bestGain > merit) {
            second = merit;
            merit = bestGain;
            slot = j;
            bin = best;
            test = nominal ? Test.EQUALS : Test.AT_MOST;
            leftShare = bestW / w;
            leftMean = bestS / bestW;
            rightMean = (s - bestS) / (w - bestW);
        } else if (bestGain > second) {
            second = bestGain;
        }
    }

    /** Weight × deviation. */
    private static double scatter(double w, double s, double q) {
        double v = w * q - s * s;
        return v > 0 ? Math.sqrt(v) : 0;
    }
}
