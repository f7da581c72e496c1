package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;

/**
 * Grows one extremely randomised tree after another: of some features, each cut at random between the least and largest value of
 * the node, the cut that explains most is taken. O(rows × tried features × depth) a tree.
 */
final class TreeGrower {
    /** Deeper than 2³² equal halves would be; bounds the recursion. */
    private static final int MOST_DEPTH = 32;

    private final float[][] columns;
    private final double[] weights;
    /** Weight × target. */
    private final double[] weighted;

    private final Regressor.Trees settings;
    private final SplitMix random;
    private final TreeEnsemble.Nodes nodes;
    private final int[] features;
    private final int[] rows;
    private int bestFeature;
    private float bestCut;

    /**
     * A grower.
     *
     * @param columns [width][rows]
     * @param weights [rows]
     * @param weighted [rows] weight × target
     */
    TreeGrower(
            float[][] columns,
            double[] weights,
            double[] weighted,
            Regressor.Trees settings,
            SplitMix random,
            TreeEnsemble.Nodes nodes) {
        this.columns = columns;
        this.weights = weights;
        this.weighted = weighted;
        this.settings = settings;
        this.random = random;
        this.nodes = nodes;
        features = new int[columns.length];
        Arrays.setAll(features, f -> f);
        rows = new int[weights.length];
    }

    /** Adds a tree of all rows. */
    void grow() {
        Arrays.setAll(rows, r -> r);
        grow(0, rows.length, 0);
    }

    private void grow(int from, int to, int depth) {
        if (to - from < settings.leastRows() || depth == MOST_DEPTH || !findCut(from, to)) {
            nodes.leaf(mean(from, to));
            return;
        }
        int feature = bestFeature;
        float cut = bestCut;
        int middle = partition(from, to, columns[feature], cut);
        int node = nodes.split(feature, cut);
        grow(from, middle, depth + 1);
        nodes.right(node, nodes.size());
        grow(middle, to, depth + 1);
    }

    /** The best of a random cut in each of some features that vary; false if nothing is explained by any. */
    private boolean findCut(int from, int to) {
        double best = squareOfSum(from, to);
        best += Math.abs(best) * 1e-12;
        boolean found = false;
        int wanted = Math.max(1, (int) Math.round(settings.share() * features.length));
        for (int k = 0; k < features.length && wanted > 0; k++) {
            int pick = k + random.nextInt(features.length - k);
            int feature = features[pick];
            features[pick] = features[k];
            features[k] = feature;
            float[] column = columns[feature];
            float low = column[rows[from]];
            float high = low;
            for (int r = from + 1; r < to; r++) {
                low = Math.min(low, column[rows[r]]);
                high = Math.max(high, column[rows[r]]);
            }
            if (low == high) {
                continue;
            }
            wanted--;
            float cut = (float) (low + random.nextDouble() * ((double) high - low));
            cut = cut < high ? cut : low;
            double explained = explained(from, to, column, cut);
            if (explained > best) {
                best = explained;
                bestFeature = feature;
                bestCut = cut;
                found = true;
            }
        }
        return found;
    }

    /** Σ over both sides of (Σ weight × target)² ÷ Σ weight: largest where squared errors are least. */
    private double explained(int from, int to, float[] column, float cut) {
        double leftWeight = 0;
        double leftSum = 0;
        double rightWeight = 0;
        double rightSum = 0;
        for (int r = from; r < to; r++) {
            int row = rows[r];
            if (column[row] <= cut) {
                leftWeight += weights[row];
                leftSum += weighted[row];
            } else {
                rightWeight += weights[row];
                rightSum += weighted[row];
            }
        }
        return leftSum * leftSum / leftWeight + rightSum * rightSum / rightWeight;
    }

    private double mean(int from, int to) {
        double weight = 0;
        double sum = 0;
        for (int r = from; r < to; r++) {
            weight += weights[rows[r]];
            sum += weighted[rows[r]];
        }
        return sum / weight;
    }

    private double squareOfSum(int from, int to) {
        double weight = 0;
        double sum = 0;
        for (int r = from; r < to; r++) {
            weight += weights[rows[r]];
            sum += weighted[rows[r]];
        }
        return sum * sum / weight;
    }

    private int partition(int from, int to, float[] column, float cut) {
        int middle = from;
        for (int r = from; r < to; r++) {
            int row = rows[r];
            if (column[row] <= cut) {
                rows[r] = rows[middle];
                rows[middle++] = row;
            }
        }
        return middle;
    }
}
