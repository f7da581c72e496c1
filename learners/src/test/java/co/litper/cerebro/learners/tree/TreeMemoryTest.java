package co.litper.cerebro.learners.tree;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.learners.stream.StreamSchema;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeMemoryTest {
    private static final long SEED = 3;
    private static final StreamSchema SCHEMA = StreamSchema.classification(2, 0, 0);

    private static HoeffdingTree checkerboard(int awake, int nodes) {
        HoeffdingTree tree = new HoeffdingTree(
                SCHEMA,
                new HoeffdingTree.Settings(50, 1e-2, 0.2, Criterion.GINI, HoeffdingTree.Leaves.ADAPTIVE, awake, nodes));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 30_000; i++) {
            double[] row = {8 * random.nextDouble(), 8 * random.nextDouble()};
            tree.learn(row, ((int) row[0] + (int) row[1] * 3) % 2, 1);
        }
        return tree;
    }

    @Test
    void aTreeGrowsNoFurtherThanItsBound() {
        assertThat(checkerboard(4_096, 21).leafCount()).as("seed %d", SEED).isEqualTo(11);
    }

    @Test
    void sleepingLeavesKeepTheSnapshotSmall() {
        HoeffdingTree awake = checkerboard(4_096, 4_096);
        HoeffdingTree drowsy = checkerboard(8, 4_096);
        assertThat(drowsy.toBytes().length).as("seed %d", SEED).isLessThan(awake.toBytes().length);
    }

    @Test
    void aRegressionTreeGrowsNoFurtherThanItsBound() {
        StreamSchema schema = StreamSchema.regression(0);
        RegressionTree tree =
                new RegressionTree(schema, new RegressionTree.Settings(50, false, 1e-2, 0.3, 0, 4, 1, 16));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            double x = random.nextDouble();
            tree.learn(new double[] {x}, x * x * 1_000, 1);
        }
        assertThat(tree.leafCount()).as("seed %d", SEED).isEqualTo(16);
    }
}
