package co.litper.cerebro.learners.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.ensemble.BestClassifier;
import co.litper.cerebro.learners.evaluate.Prequential;
import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.tree.AdaptiveRandomForest;
import co.litper.cerebro.learners.tree.BaggedTrees;
import co.litper.cerebro.learners.tree.BoostedClassifier;
import co.litper.cerebro.learners.tree.BoostingSettings;
import co.litper.cerebro.learners.tree.HoeffdingAdaptiveTree;
import co.litper.cerebro.learners.tree.HoeffdingTree;
import co.litper.cerebro.learners.tree.OnlineBoosting;
import co.litper.cerebro.learners.tree.StreamingRandomPatches;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every classifier of streams must do. */
class StreamClassifierContractTest {
    private static final int ROWS = 2_000;
    private static final int WARM = 600;
    private static final int GOES_ON = 150;
    private static final int STORED_ROWS = 120;
    private static final long SEED = 5;

    record Case(
            String name,
            boolean isFloor,
            Function<StreamSchema, StreamClassifier> make,
            BiFunction<byte[], StreamSchema, StreamClassifier> read) {
        StreamClassifier trained(MadeStream stream, int rows) {
            StreamClassifier learner = make.apply(MadeStream.classes());
            for (int i = 0; i < rows; i++) {
                learner.learn(stream.rows[i], stream.labels[i], 1);
            }
            return learner;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final AdaptiveRandomForest.Settings FOREST =
            new AdaptiveRandomForest.Settings(5, 0.6, 6, 1e-2, 1e-3, AdaptiveRandomForest.Settings.DEFAULT.tree());
    private static final BoostingSettings BOOST =
            new BoostingSettings(10, 0.75, 0.2, BoostingSettings.CLASSIFICATION.tree());
    private static final StreamingRandomPatches.Settings PATCHES =
            new StreamingRandomPatches.Settings(8, 0.6, 6, 1e-4, 1e-5, StreamingRandomPatches.Settings.DEFAULT.tree());
    private static final HoeffdingAdaptiveTree.Settings ADAPTIVE = HoeffdingAdaptiveTree.Settings.DEFAULT;
    private static final HoeffdingTree.Settings TREE = HoeffdingTree.Settings.DEFAULT;

    static final List<Case> CASES = List.of(
            new Case(
                    "hoeffding-tree",
                    false,
                    s -> new HoeffdingTree(s, TREE),
                    (b, s) -> HoeffdingTree.fromBytes(b, s, TREE)),
            new Case(
                    "adaptive-random-forest",
                    false,
                    s -> new AdaptiveRandomForest(s, FOREST, SEED),
                    (b, s) -> AdaptiveRandomForest.fromBytes(b, s, FOREST)),
            new Case(
                    "streaming-gradient-boosting",
                    false,
                    s -> new BoostedClassifier(s, BOOST, SEED),
                    (b, s) -> BoostedClassifier.fromBytes(b, s, BOOST)),
            new Case(
                    "hoeffding-adaptive-tree",
                    false,
                    s -> new HoeffdingAdaptiveTree(s, ADAPTIVE),
                    (b, s) -> HoeffdingAdaptiveTree.fromBytes(b, s, ADAPTIVE)),
            new Case(
                    "streaming-random-patches",
                    false,
                    s -> new StreamingRandomPatches(s, PATCHES, SEED),
                    (b, s) -> StreamingRandomPatches.fromBytes(b, s, PATCHES)),
            new Case(
                    "leveraging-bagging",
                    false,
                    s -> new BaggedTrees(s, BaggedTrees.Settings.LEVERAGING, SEED),
                    (b, s) -> BaggedTrees.fromBytes(b, s, BaggedTrees.Settings.LEVERAGING)),
            new Case(
                    "oza-bagging",
                    false,
                    s -> new BaggedTrees(s, BaggedTrees.Settings.OZA, SEED),
                    (b, s) -> BaggedTrees.fromBytes(b, s, BaggedTrees.Settings.OZA)),
            new Case(
                    "oza-boosting",
                    false,
                    s -> new OnlineBoosting(s, OnlineBoosting.Settings.DEFAULT, SEED),
                    (b, s) -> OnlineBoosting.fromBytes(b, s, OnlineBoosting.Settings.DEFAULT)),
            new Case(
                    "linear",
                    false,
                    s -> new LinearClassifier(s, Descent.FTRL),
                    (b, s) -> LinearClassifier.fromBytes(b, s, Descent.FTRL)),
            new Case(
                    "adagrad",
                    false,
                    s -> new LinearClassifier(s, Descent.ADAGRAD),
                    (b, s) -> LinearClassifier.fromBytes(b, s, Descent.ADAGRAD)),
            new Case("no-change", true, NoChangeClassifier::new, NoChangeClassifier::fromBytes),
            new Case("majority", true, MajorityClassifier::new, MajorityClassifier::fromBytes),
            new Case("best", false, s -> new BestClassifier(s, SEED), BestClassifier::fromBytes));

    static final List<Case> STORED =
            CASES.stream().filter(c -> !c.name.equals("best")).toList();

    @ParameterizedTest
    @FieldSource("CASES")
    void itLiesBetweenFloorAndCeiling(Case c) {
        MadeStream stream = MadeStream.of(ROWS);
        double ceiling = 1 - MadeStream.NOISE * 2 / 3 + 0.03;
        double floor = Prequential.classify(new MajorityClassifier(MadeStream.classes()), stream.rows, stream.labels, 0)
                .accuracy();
        double accuracy = Prequential.classify(c.make.apply(MadeStream.classes()), stream.rows, stream.labels, 0)
                .accuracy();
        assertThat(accuracy).as("%s, seed %d", c, MadeStream.SEED).isLessThan(ceiling);
        if (!c.isFloor) {
            assertThat(accuracy).as("%s, seed %d", c, MadeStream.SEED).isGreaterThan(floor + 0.2);
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void equalRowsGiveEqualBytes(Case c) {
        MadeStream stream = MadeStream.of(WARM);
        assertThat(c.trained(stream, GOES_ON).toBytes())
                .isEqualTo(c.trained(stream, GOES_ON).toBytes());
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void whatIsReadBackGoesOnAlike(Case c) {
        MadeStream stream = MadeStream.of(WARM + GOES_ON);
        StreamClassifier learner = c.trained(stream, WARM);
        StreamClassifier again = c.read.apply(learner.toBytes(), MadeStream.classes());
        double[] votes = new double[3];
        double[] theirs = new double[3];
        for (int i = WARM; i < WARM + GOES_ON; i++) {
            learner.votes(stream.rows[i], votes);
            again.votes(stream.rows[i], theirs);
            assertThat(theirs).isEqualTo(votes);
            learner.learn(stream.rows[i], stream.labels[i], 1);
            again.learn(stream.rows[i], stream.labels[i], 1);
        }
        assertThat(again.toBytes()).isEqualTo(learner.toBytes());
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void badRowsAreRefusedAndChangeNothing(Case c) {
        StreamClassifier learner = c.trained(MadeStream.of(WARM), GOES_ON);
        byte[] before = learner.toBytes();
        double[] good = {0.5, 0.5, 500, 1};
        double[][] bad = {
            {},
            {0.5, 0.5, 500},
            {Double.POSITIVE_INFINITY, 0.5, 500, 1},
            {1e200, 0.5, 500, 1},
            {0.5, 0.5, 500, 4},
            {0.5, 0.5, 500, -1},
            {0.5, 0.5, 500, 1.5}
        };
        for (double[] row : bad) {
            assertThatThrownBy(() -> learner.learn(row, 0, 1))
                    .as(Arrays.toString(row))
                    .isInstanceOf(BadSampleException.class);
            assertThatThrownBy(() -> learner.predict(row)).isInstanceOf(BadSampleException.class);
        }
        for (int label : new int[] {-1, 3}) {
            assertThatThrownBy(() -> learner.learn(good, label, 1))
                    .isInstanceOf(BadSampleException.class)
                    .hasMessageContaining("classes 0 to 2");
        }
        for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> learner.learn(good, 0, weight))
                    .isInstanceOf(BadSampleException.class)
                    .hasMessageContaining("weight");
        }
        assertThat(learner.toBytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void damagedAndForeignSnapshotsAreRefused(Case c) {
        byte[] bytes = c.trained(MadeStream.of(WARM), GOES_ON).toBytes();
        for (int length : new int[] {0, 3, 20, bytes.length / 2, bytes.length - 1}) {
            assertThatThrownBy(() -> c.read.apply(Arrays.copyOf(bytes, length), MadeStream.classes()))
                    .isInstanceOf(SnapshotException.class);
        }
        byte[] later = bytes.clone();
        later[4] = 99;
        assertThatThrownBy(() -> c.read.apply(later, MadeStream.classes()))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("version 99");
        byte[] bent = bytes.clone();
        bent[bent.length / 2] ^= 1;
        assertThatThrownBy(() -> c.read.apply(bent, MadeStream.classes())).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> c.read.apply(bytes, StreamSchema.classification(2, 0, 0, 0, 4)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("classes");
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void emptyConstantAndHugeValuesAreSurvived(Case c) {
        StreamClassifier learner = c.make.apply(MadeStream.classes());
        double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] same = {7, 7, 7, 0};
        double[] huge = {1e100, -1e100, 1e-300, 3};
        double[] votes = new double[3];
        assertThat(learner.predict(none)).isZero();
        for (int i = 0; i < 400; i++) {
            learner.learn(i % 3 == 0 ? none : i % 3 == 1 ? same : huge, i % 3, 1 + i % 2);
            learner.votes(same, votes);
            assertThat(Arrays.stream(votes).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void askingAllocatesNothing(Case c) {
        MadeStream stream = MadeStream.of(GOES_ON);
        StreamClassifier learner = c.trained(stream, GOES_ON);
        double[] votes = new double[3];
        assertThat(Allocated.bytes(() -> {
                    for (double[] row : stream.rows) {
                        learner.predict(row);
                        learner.votes(row, votes);
                    }
                }))
                .as("bytes for %d rows", GOES_ON)
                .isZero();
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void aRowOfWeightThreeCountsAboutAsThreeRows(Case c) {
        MadeStream stream = MadeStream.of(WARM);
        StreamClassifier heavy = c.make.apply(MadeStream.classes());
        StreamClassifier thrice = c.make.apply(MadeStream.classes());
        for (int i = 0; i < 2 * GOES_ON; i++) {
            heavy.learn(stream.rows[i], stream.labels[i], 3);
            for (int copy = 0; copy < 3; copy++) {
                thrice.learn(stream.rows[i], stream.labels[i], 1);
            }
        }
        int alike = 0;
        for (double[] row : stream.rows) {
            alike += heavy.predict(row) == thrice.predict(row) ? 1 : 0;
        }
        assertThat((double) alike / WARM).as("share of equal answers").isGreaterThan(0.8);
    }

    /** Linear learners are at version 2; {@link LinearVersionOneTest} reads their version 1. */
    private static int version(Case c) {
        return c.name.equals("linear") || c.name.equals("adagrad") ? 2 : 1;
    }

    @ParameterizedTest
    @FieldSource("STORED")
    void readsTheBytesStoredOfItsVersion(Case c) throws IOException {
        String stored = "/snapshots/classifier-" + c.name + "-v" + version(c) + ".bin";
        try (InputStream in = StreamClassifierContractTest.class.getResourceAsStream(stored)) {
            assertThat(in).as("stored bytes of %s", c).isNotNull();
            byte[] bytes = in.readAllBytes();
            StreamClassifier old = c.read.apply(bytes, MadeStream.classes());
            assertThat(old.toBytes()).isEqualTo(bytes);
            MadeStream stream = MadeStream.of(STORED_ROWS);
            StreamClassifier now = c.trained(stream, STORED_ROWS);
            for (double[] row : stream.rows) {
                assertThat(old.predict(row)).isEqualTo(now.predict(row));
            }
        }
    }
}
