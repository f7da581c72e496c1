package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.tree.HoeffdingTree.Leaves;
import co.litper.cerebro.learners.tree.HoeffdingTree.Settings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the leaves of one tree answer, learn and ask for a split; its scratch space too. */
final class LeafRule {
    final ClassSplits splits;
    private final Settings settings;
    private final int classes;
    private final double[] scores;

    LeafRule(Settings settings, int classes) {
        this.settings = settings;
        this.classes = classes;
        splits = new ClassSplits(settings.criterion(), classes);
        scores = new double[classes];
    }

    /** Writes the leaf's probabilities; all 0 if it saw nothing. */
    void votes(ClassLeaf leaf, double[] row, double[] votes) {
        if (!(leaf.total > 0)) {
            Arrays.fill(votes, 0);
            return;
        }
        if (usesBayes(leaf)) {
            int best = leaf.bayes(row, votes);
            if (best >= 0) {
                ClassLeaf.exponentiate(votes, votes[best]);
                return;
            }
            if (settings.reference()) {
                Arrays.fill(votes, 0);
                return;
            }
        }
        for (int c = 0; c < votes.length; c++) {
            votes[c] = leaf.weights[c] / leaf.total;
        }
    }

    private int likeliest(ClassLeaf leaf, double[] row) {
        int best = leaf.bayes(row, scores);
        return best >= 0 ? best : settings.reference() ? 0 : leaf.majority();
    }

    private boolean usesBayes(ClassLeaf leaf) {
        return leaf.isAwake()
                && switch (settings.leaves()) {
                    case MAJORITY -> false;
                    case BAYES -> true;
                    case ADAPTIVE -> leaf.bayesRight >= leaf.majorityRight;
                };
    }

    int predict(ClassLeaf leaf, double[] row) {
        return usesBayes(leaf) ? likeliest(leaf, row) : leaf.majority();
    }

    /** Takes a row into the leaf and returns what it predicted just before. */
    int learn(ClassLeaf leaf, double[] row, int label, double weight) {
        int majority = leaf.majority();
        int predicted = majority;
        if (settings.leaves() != Leaves.MAJORITY && leaf.isAwake()) {
            int bayes = likeliest(leaf, row);
            predicted = usesBayes(leaf) ? bayes : majority;
            leaf.majorityRight += majority == label ? weight : 0;
            leaf.bayesRight += bayes == label ? weight : 0;
        }
        leaf.observe(row, label, weight);
        leaf.judge(label, predicted == label, weight);
        return predicted;
    }

    /** Looks for a split if a grace period is over; if there is one worth it, {@link #splits} holds it. */
    boolean wantsSplit(ClassLeaf leaf) {
        if (!leaf.isAwake() || leaf.total - leaf.attemptedAt < settings.gracePeriod()) {
            return false;
        }
        boolean wants = (settings.reference() || !leaf.forgetIfOutdated()) && finds(leaf);
        leaf.attemptedAt = leaf.total;
        return wants;
    }

    private boolean finds(ClassLeaf leaf) {
        double[] @Nullable [] stats = leaf.stats;
        if (stats == null || leaf.isPure()) {
            return false;
        }
        splits.search(leaf, stats);
        if (splits.slot < 0) {
            return false;
        }
        double range = settings.criterion().range(classes);
        double bound = Math.sqrt(range * range * Math.log(1 / settings.confidence()) / (2 * leaf.total));
        return splits.merit - splits.second > bound || bound < settings.tieThreshold();
    }

    /** Class weights of each branch of the split just found. */
    double[][] children(ClassLeaf leaf) {
        double[] @Nullable [] stats = leaf.stats;
        if (stats == null) {
            throw new IllegalStateException("a sleeping leaf has no split");
        }
        return splits.children(leaf, stats);
    }

    /** The branch with most weight. */
    static int heaviest(double[][] children) {
        int heaviest = 0;
        double most = -1;
        for (int v = 0; v < children.length; v++) {
            double sum = Arrays.stream(children[v]).sum();
            if (sum > most) {
                most = sum;
                heaviest = v;
            }
        }
        return heaviest;
    }
}
