package co.litper.cerebro.learners.bandit;

import co.litper.cerebro.learners.linear.BayesianLearner;
import co.litper.cerebro.learners.linear.BayesianLearner.Family;
import co.litper.cerebro.learners.linear.BayesianLearner.Settings;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of each arm as a linear function of the context, learned by Bayesian ridge regression. Owned by one thread; O(d²)
 * an outcome, memory O(arms × d²).
 */
public final class LinearArms {
    private static final int KIND = 0x41524D53;
    private static final int VERSION = 1;

    private final List<BayesianLearner> arms;

    /**
     * Arms without experience: each is worth {@code priorValue} in every context.
     *
     * @param count arms, at least 1
     * @param width values of a context, at least 1
     */
    public LinearArms(int count, int width, Settings settings, double priorValue) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, is " + count);
        }
        arms = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arms.add(new BayesianLearner(Family.GAUSSIAN, settings, new double[width], priorValue));
        }
    }

    private LinearArms(List<BayesianLearner> arms) {
        this.arms = arms;
    }

    /** Writes the value of every arm into {@code out}, one an arm. */
    public void values(float[] context, double[] out) {
        for (int i = 0; i < arms.size(); i++) {
            out[i] = arms.get(i).score(context);
        }
    }

    /** How unsure an arm's value is in a context, as a standard deviation. */
    public double uncertainty(int arm, float[] context) {
        return arms.get(arm).uncertainty(context);
    }

    /** An arm's reward came. Weight 1 ÷ propensity would undo the choice's bias; a regression in each arm needs none. */
    public void learn(int arm, float[] context, double reward, double weight) {
        arms.get(arm).update(context, 0, reward, weight);
    }

    /** Versioned bytes; settings are the program's and not among them. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION).int32(arms.size());
        arms.forEach(arm -> out.bytes(arm.toBytes()));
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static LinearArms fromBytes(byte[] bytes, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int count = in.int32();
        if (count < 1 || count > bytes.length) {
            throw new SnapshotException("snapshot ARMS claims " + count + " arms");
        }
        List<BayesianLearner> arms = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arms.add(BayesianLearner.fromBytes(in.bytes(), Family.GAUSSIAN, settings));
        }
        return new LinearArms(arms);
    }
}
