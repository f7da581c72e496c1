package co.litper.cerebro.learners.tree.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.tree.flat.TreeModel.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlatTreesTest {
    private static final long SEED = 7;
    private static final int FEATURES = 4;
    private static final int ROWS = 500;

    private static TreeNode grow(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return new TreeNode.Leaf(random.nextGaussian());
        }
        return new TreeNode.Split(
                random.nextInt(FEATURES),
                0.1f * random.nextInt(-5, 6),
                grow(random, depth - 1),
                grow(random, depth - 1),
                random.nextBoolean());
    }

    private static TreeModel model(Link link, Precision precision, int outputs) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<TreeModel.Tree> trees = new ArrayList<>();
        for (int t = 0; t < 30; t++) {
            trees.add(new TreeModel.Tree(grow(random, 6), t % outputs));
        }
        List<Double> base = new ArrayList<>();
        for (int o = 0; o < outputs; o++) {
            base.add(0.25 * o);
        }
        return new TreeModel(FEATURES, base, link, precision, trees);
    }

    /** What the definition says: each value rounded first, each partial sum after. */
    private static double[] walked(TreeModel model, double[] row) {
        double[] out = model.base().stream().mapToDouble(b -> b).toArray();
        boolean single = model.precision() == Precision.SINGLE;
        for (TreeModel.Tree tree : model.trees()) {
            TreeNode node = tree.root();
            while (node instanceof TreeNode.Split s) {
                double v = row[s.feature()];
                boolean less = Double.isNaN(v)
                        ? s.missingIsLess()
                        : single ? (float) v < (float) s.threshold() : v < s.threshold();
                node = less ? s.less() : s.rest();
            }
            double value = ((TreeNode.Leaf) node).values().getFirst();
            int o = tree.firstOutput();
            out[o] = single ? (float) out[o] + (float) value : out[o] + value;
        }
        return out;
    }

    private static double[] row(SplittableRandom random) {
        double[] row = new double[FEATURES];
        for (int f = 0; f < FEATURES; f++) {
            double near = 0.1f * random.nextInt(-5, 6);
            row[f] = switch (random.nextInt(5)) {
                case 0 -> random.nextBoolean() ? Double.NaN : Double.longBitsToDouble(0xFFFF_0000_0000_0001L);
                case 1 ->
                    random.nextBoolean() ? near : near == 0 ? -0.0 : Math.copySign(Double.POSITIVE_INFINITY, near);
                case 2 -> Math.nextDown(near);
                case 3 -> near - Math.ulp((float) near) * random.nextDouble();
                default -> random.nextGaussian();
            };
        }
        return row;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void itWalksAsTheDefinitionSays(Precision precision) {
        for (int outputs : new int[] {1, 3}) {
            TreeModel model = model(Link.IDENTITY, precision, outputs);
            FlatTrees flat = FlatTrees.compile(model);
            SplittableRandom random = new SplittableRandom(SEED);
            double[] out = new double[outputs];
            for (int r = 0; r < ROWS; r++) {
                double[] row = row(random);
                flat.score(row, out);
                assertThat(out).as("seed %d, row %d", SEED, r).isEqualTo(walked(model, row));
            }
        }
    }

    @Test
    void aSingleThresholdIsWidenedToWhereRoundingTurns() {
        float[] thresholds = {
            0, 1, -1, 0.1f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 16777217
        };
        for (float threshold : thresholds) {
            double widened = FlatLayout.widened(threshold);
            assertThat((float) widened).as("%s", threshold).isGreaterThanOrEqualTo(threshold);
            assertThat((float) Math.nextDown(widened)).as("%s", threshold).isLessThan(threshold);
        }
    }

    @Test
    void linksTurnMarginsIntoAnswers() {
        double[] row = {0, 0, 0, 0};
        double[] margins = new double[3];
        double[] out = new double[3];
        for (Link link : Link.values()) {
            FlatTrees flat = FlatTrees.compile(model(link, Precision.DOUBLE, 3));
            flat.margins(row, margins);
            flat.score(row, out);
            for (int o = 0; o < 3; o++) {
                double m = margins[o];
                double exps = Math.exp(margins[0]) + Math.exp(margins[1]) + Math.exp(margins[2]);
                double sigmoids = sigmoid(margins[0]) + sigmoid(margins[1]) + sigmoid(margins[2]);
                double sum = margins[0] + margins[1] + margins[2];
                double expected = switch (link) {
                    case IDENTITY -> m;
                    case LOGISTIC -> sigmoid(m);
                    case EXPONENTIAL -> Math.exp(m);
                    case STEP -> m > 0 ? 1 : 0;
                    case SOFTMAX -> Math.exp(m) / exps;
                    case ONE_AGAINST_REST -> sigmoid(m) / sigmoids;
                    case SHARES -> sum > 0 ? m / sum : m;
                };
                assertThat(out[o]).as("%s", link).isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-12));
            }
        }
    }

    private static double sigmoid(double m) {
        return 1 / (1 + Math.exp(-m));
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        TreeNode far = new TreeNode.Split(FEATURES, 0, new TreeNode.Leaf(1), new TreeNode.Leaf(2), true);
        assertThatThrownBy(() -> FlatTrees.compile(one(far, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature 4");
        assertThatThrownBy(() -> FlatTrees.compile(one(new TreeNode.Leaf(1), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outputs 1");
        TreeNode deep = new TreeNode.Leaf(1);
        for (int d = 0; d <= FlatTrees.MOST_DEPTH; d++) {
            deep = new TreeNode.Split(0, 0, deep, new TreeNode.Leaf(d), true);
        }
        TreeNode tooDeep = deep;
        assertThatThrownBy(() -> FlatTrees.compile(one(tooDeep, 0))).hasMessageContaining("levels");
        FlatTrees flat = FlatTrees.compile(one(new TreeNode.Leaf(1), 0));
        assertThatThrownBy(() -> flat.score(new double[3], new double[1])).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> new TreeNode.Leaf(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TreeNode.Split(0, Double.NaN, deepLeaf(), deepLeaf(), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TreeNode deepLeaf() {
        return new TreeNode.Leaf(1);
    }

    private static TreeModel one(TreeNode root, int output) {
        return new TreeModel(
                FEATURES, List.of(0.0), Link.IDENTITY, Precision.DOUBLE, List.of(new TreeModel.Tree(root, output)));
    }
}
