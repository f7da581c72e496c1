package co.litper.cerebro.learners.ensemble;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Exponential weights of experts with a fixed share, so that one that was bad long ago can come back.
 *
 * <p>M. Herbster and M. Warmuth, "Tracking the best expert", Machine Learning 32, 1998. O(experts).
 */
final class ExpertWeights {
    /** Part of all weight that is dealt out anew with each row. */
    private static final double SHARE = 1e-3;

    private final double rate;
    private final double[] weights;

    /** Equal weights; {@code rate} multiplies losses, which are 0 to 1. */
    ExpertWeights(int experts, double rate) {
        this.rate = rate;
        weights = new double[experts];
        Arrays.fill(weights, 1.0 / experts);
    }

    double of(int expert) {
        return weights[expert];
    }

    /** Takes in what each expert lost on a row. */
    void learn(double[] losses, double weight) {
        double least = Double.POSITIVE_INFINITY;
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        double sum = 0;
        for (int e = 0; e < weights.length; e++) {
            weights[e] *= Math.exp(-rate * weight * (losses[e] - least));
            sum += weights[e];
        }
        for (int e = 0; e < weights.length; e++) {
            weights[e] = (1 - SHARE) * weights[e] / sum + SHARE / weights.length;
        }
    }

    void write(SnapshotWriter out) {
        out.doubles(weights);
    }

    void read(SnapshotReader in) {
        if (in.doublesInto(weights) != weights.length) {
            throw new SnapshotException("snapshot has weights of too few experts");
        }
    }
}
