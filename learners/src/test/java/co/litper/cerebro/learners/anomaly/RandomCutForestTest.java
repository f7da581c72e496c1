package co.litper.cerebro.learners.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomCutForestTest {
    private static final long SEED = 9;

    private static RandomCutForest grown(int width, int points) {
        RandomCutForest forest = new RandomCutForest(width, 40, 64, 1e-3, SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < points; i++) {
            double[] point = new double[width];
            for (int k = 0; k < width; k++) {
                point[k] = random.nextGaussian();
            }
            forest.observe(point);
        }
        return forest;
    }

    @Test
    void massesAndBoxesStayTrueWhateverComesAndGoes() {
        RandomCutTree tree = new RandomCutTree(3, 16, SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        boolean[] there = new boolean[16];
        for (int i = 0; i < 4_000; i++) {
            int leaf = random.nextInt(16);
            if (there[leaf]) {
                tree.remove(leaf);
            } else {
                // Few different values, so that equal points and equal coordinates are common.
                tree.insert(leaf, new double[] {random.nextInt(3), random.nextInt(2), random.nextInt(3)});
            }
            there[leaf] = !there[leaf];
            assertThat(tree.consistent()).as("step %d, seed %d", i, SEED).isTrue();
        }
    }

    @Test
    void whatStandsAloneScoresHighAndTheGuiltyCoordinateIsNamed() {
        RandomCutForest forest = grown(4, 500);
        double usual = forest.score(new double[] {0.1, -0.2, 0.1, 0});
        double[] strange = {0.1, -0.2, 9, 0};
        assertThat(usual).isBetween(0.2, 1.6);
        assertThat(forest.score(strange)).isGreaterThan(2 * usual);
        double[] shares = forest.attribution(strange);
        double all = shares[0] + shares[1] + shares[2] + shares[3];
        assertThat(shares[2] / all).isGreaterThan(0.8);
        assertThat(all).isLessThanOrEqualTo(forest.score(strange) + 1e-9);
    }

    @Test
    void aNewHabitIsForgivenInTime() {
        RandomCutForest forest = grown(1, 500);
        double before = forest.score(new double[] {20});
        for (int i = 0; i < 400; i++) {
            forest.observe(new double[] {20 + i % 5});
        }
        assertThat(forest.score(new double[] {20})).isLessThan(before / 3);
    }

    @Test
    void goesOnFromItsBytesAsIfNothingHadHappened() {
        RandomCutForest forest = grown(2, 300);
        RandomCutForest again = RandomCutForest.fromBytes(forest.toBytes());
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            double[] point = {random.nextDouble(), random.nextInt(3)};
            assertThat(again.score(point)).isEqualTo(forest.score(point));
            forest.observe(point);
            again.observe(point);
        }
        assertThat(again.toBytes()).isEqualTo(forest.toBytes());
    }

    @Test
    void aPointThatIsNoneChangesNothing() {
        RandomCutForest forest = grown(2, 100);
        byte[] before = forest.toBytes();
        assertThatThrownBy(() -> forest.observe(new double[] {1})).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> forest.observe(new double[] {1, Double.NaN})).isInstanceOf(BadSampleException.class);
        assertThat(forest.toBytes()).isEqualTo(before);
    }
}
