package co.litper.cerebro.learners.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamSchema;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What learners that follow a changing concept do beyond the contract of all classifiers. */
class AdaptingTreesTest {
    private static final long SEED = 11;
    private static final int BEFORE = 6_000;
    private static final int AFTER = 6_000;
    private static final StreamSchema SCHEMA = StreamSchema.classification(2, 0, 0, 0);

    /** Share right over the last third, of a stream whose concept turns round after {@link #BEFORE} rows. */
    private static double accuracyAtTheEnd(StreamClassifier learner) {
        SplittableRandom random = new SplittableRandom(SEED);
        int right = 0;
        int judged = 0;
        for (int i = 0; i < BEFORE + AFTER; i++) {
            double[] row = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            boolean concept = i < BEFORE ? row[0] > 0.5 ^ row[1] > 0.5 : row[1] > 0.3 ^ row[2] > 0.6;
            int label = concept ? 1 : 0;
            if (i >= BEFORE + AFTER * 2 / 3) {
                judged++;
                right += learner.predict(row) == label ? 1 : 0;
            }
            learner.learn(row, label, 1);
        }
        return (double) right / judged;
    }

    /** Without the leaves' own forgetting, so that only what is tested adapts. */
    private static HoeffdingTree.Settings plain() {
        return StreamingRandomPatches.Settings.DEFAULT.tree().asReference();
    }

    @Test
    void anAlternateBranchTakesOverWhenTheConceptTurns() {
        HoeffdingAdaptiveTree tree =
                new HoeffdingAdaptiveTree(SCHEMA, new HoeffdingAdaptiveTree.Settings(plain(), 0.002));
        double adaptive = accuracyAtTheEnd(tree);
        assertThat(tree.replaced()).as("seed %d", SEED).isPositive();
        assertThat(adaptive).as("seed %d", SEED).isGreaterThan(accuracyAtTheEnd(new HoeffdingTree(SCHEMA, plain())));
    }

    @Test
    void anAdaptiveTreeKeepsWithinItsRoom() {
        HoeffdingTree.Settings small = new HoeffdingTree.Settings(
                20, 0.1, 0.5, Criterion.INFORMATION_GAIN, HoeffdingTree.Leaves.ADAPTIVE, 6, 9);
        HoeffdingAdaptiveTree tree = new HoeffdingAdaptiveTree(SCHEMA, new HoeffdingAdaptiveTree.Settings(small, 0.05));
        accuracyAtTheEnd(tree);
        assertThat(tree.leafCount()).isBetween(2, 6);
    }

    @Test
    void leveragingReplacesTreesAndOzaBaggingDoesNot() {
        BaggedTrees leveraging = new BaggedTrees(SCHEMA, new BaggedTrees.Settings(10, 6, 0.002, plain()), SEED);
        BaggedTrees oza = new BaggedTrees(SCHEMA, new BaggedTrees.Settings(10, 1, 0, plain()), SEED);
        assertThat(accuracyAtTheEnd(leveraging)).as("seed %d", SEED).isGreaterThan(accuracyAtTheEnd(oza) + 0.02);
        assertThat(leveraging.replaced()).isPositive();
        assertThat(oza.replaced()).isZero();
    }

    @Test
    void oneSortOfBaggingDoesNotReadTheOther() {
        byte[] oza = new BaggedTrees(SCHEMA, BaggedTrees.Settings.OZA, SEED).toBytes();
        assertThatThrownBy(() -> BaggedTrees.fromBytes(oza, SCHEMA, BaggedTrees.Settings.LEVERAGING))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("detectors");
    }

    @Test
    void patchesReplaceTreesWhenTheConceptTurns() {
        StreamingRandomPatches.Settings settings = new StreamingRandomPatches.Settings(10, 0.7, 6, 1e-4, 1e-5, plain());
        StreamingRandomPatches forest = new StreamingRandomPatches(SCHEMA, settings, SEED);
        assertThat(accuracyAtTheEnd(forest)).as("seed %d", SEED).isGreaterThan(0.85);
        assertThat(forest.replaced()).isPositive();
    }

    @Test
    void aPatchOfAnotherSizeIsRefused() {
        StreamingRandomPatches.Settings one = new StreamingRandomPatches.Settings(2, 0.3, 6, 1e-4, 1e-5, plain());
        StreamingRandomPatches.Settings two = new StreamingRandomPatches.Settings(2, 0.7, 6, 1e-4, 1e-5, plain());
        byte[] bytes = new StreamingRandomPatches(SCHEMA, one, SEED).toBytes();
        assertThatThrownBy(() -> StreamingRandomPatches.fromBytes(bytes, SCHEMA, two))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("patch");
    }
}
