package co.litper.cerebro.learners.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.tree.AdaptiveRandomForest;
import co.litper.cerebro.learners.tree.BaggedTrees;
import co.litper.cerebro.learners.tree.BoostedClassifier;
import co.litper.cerebro.learners.tree.BoostedRegressor;
import co.litper.cerebro.learners.tree.BoostingSettings;
import co.litper.cerebro.learners.tree.Criterion;
import co.litper.cerebro.learners.tree.HoeffdingTree;
import co.litper.cerebro.learners.tree.OnlineBoosting;
import co.litper.cerebro.learners.tree.StreamingRandomPatches;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import co.litper.cerebro.learners.tree.flat.TreeModel;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Our own ensembles answer from flat arrays as they do themselves. */
class FlatModelsTest {
    private static final int ROWS = 3_000;
    private static final long SEED = 9;
    private static final double ROUNDING = 1e-9;
    private static final StreamSchema CLASSES = MadeStream.classes();
    private static final HoeffdingTree.Settings TREE = new HoeffdingTree.Settings(
            50, 1e-2, 0.05, Criterion.INFORMATION_GAIN, HoeffdingTree.Leaves.MAJORITY, 1_024, 16_384);

    private record Case(String name, Supplier<StreamClassifier> make, Function<StreamClassifier, TreeModel> model) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("hoeffding", () -> new HoeffdingTree(CLASSES, TREE), l -> ((HoeffdingTree) l).model()),
            new Case(
                    "forest",
                    () -> new AdaptiveRandomForest(
                            CLASSES, new AdaptiveRandomForest.Settings(5, 0.6, 6, 1e-2, 1e-3, TREE), SEED),
                    l -> ((AdaptiveRandomForest) l).model()),
            new Case(
                    "patches",
                    () -> new StreamingRandomPatches(
                            CLASSES, new StreamingRandomPatches.Settings(5, 0.6, 6, 1e-4, 1e-5, TREE), SEED),
                    l -> ((StreamingRandomPatches) l).model()),
            new Case(
                    "bagging",
                    () -> new BaggedTrees(CLASSES, new BaggedTrees.Settings(5, 6, 0.002, TREE), SEED),
                    l -> ((BaggedTrees) l).model()),
            new Case(
                    "boosting",
                    () -> new OnlineBoosting(CLASSES, new OnlineBoosting.Settings(5, TREE), SEED),
                    l -> ((OnlineBoosting) l).model()),
            new Case(
                    "gradient boosting",
                    () -> new BoostedClassifier(CLASSES, BoostingSettings.CLASSIFICATION, SEED),
                    l -> ((BoostedClassifier) l).model()));

    @ParameterizedTest
    @FieldSource("CASES")
    void classesAreVotedForAlike(Case c) {
        MadeStream stream = MadeStream.of(ROWS);
        StreamClassifier learner = c.make.get();
        for (int i = 0; i < ROWS; i++) {
            learner.learn(stream.rows[i], stream.labels[i], 1);
        }
        FlatTrees flat = FlatTrees.compile(c.model.apply(learner));
        assertThat(flat.nodes()).isGreaterThan(5);
        double[] votes = new double[3];
        double[] out = new double[3];
        for (double[] row : stream.rows) {
            learner.votes(row, votes);
            flat.score(row, out);
            assertThat(out).containsExactly(votes, within(ROUNDING));
        }
    }

    @Test
    void twoClassesAreVotedForAlikeByOneChain() {
        MadeStream stream = MadeStream.of(ROWS);
        BoostedClassifier learner = new BoostedClassifier(
                StreamSchema.classification(2, 0, 0, 0, 4), BoostingSettings.CLASSIFICATION, SEED);
        for (int i = 0; i < ROWS; i++) {
            learner.learn(stream.rows[i], stream.labels[i] == 2 ? 1 : 0, 1);
        }
        FlatTrees flat = FlatTrees.compile(learner.model());
        double[] votes = new double[2];
        double[] out = new double[2];
        for (double[] row : stream.rows) {
            learner.votes(row, votes);
            flat.score(row, out);
            assertThat(out).containsExactly(votes, within(ROUNDING));
        }
    }

    @Test
    void numbersAreForeseenAlike() {
        MadeStream stream = MadeStream.of(ROWS);
        BoostedRegressor learner = new BoostedRegressor(MadeStream.numbers(), BoostingSettings.REGRESSION, SEED);
        for (int i = 0; i < ROWS; i++) {
            learner.learn(stream.rows[i], stream.targets[i], 1);
        }
        FlatTrees flat = FlatTrees.compile(learner.model());
        double[] out = new double[1];
        for (double[] row : stream.rows) {
            flat.score(row, out);
            assertThat(out[0]).isCloseTo(learner.predict(row), within(ROUNDING));
        }
    }

    @Test
    void leavesThatSayMoreThanOneThingAreRefused() {
        HoeffdingTree tree = new HoeffdingTree(CLASSES, HoeffdingTree.Settings.DEFAULT);
        assertThatThrownBy(tree::model)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MAJORITY");
        BoostedClassifier unborn = new BoostedClassifier(CLASSES, BoostingSettings.CLASSIFICATION, SEED);
        assertThatThrownBy(unborn::model)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing");
    }
}
