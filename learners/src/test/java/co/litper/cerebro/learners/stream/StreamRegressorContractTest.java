package co.litper.cerebro.learners.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.ensemble.BestRegressor;
import co.litper.cerebro.learners.ensemble.LeastSquaresRegressor;
import co.litper.cerebro.learners.evaluate.Prequential;
import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.tree.BoostedRegressor;
import co.litper.cerebro.learners.tree.BoostingSettings;
import co.litper.cerebro.learners.tree.ForestRegressor;
import co.litper.cerebro.learners.tree.RegressionTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every regressor of streams must do. */
class StreamRegressorContractTest {
    private static final int ROWS = 2_000;
    private static final int WARM = 600;
    private static final int GOES_ON = 150;
    private static final int STORED_ROWS = 120;
    private static final long SEED = 5;

    record Case(
            String name,
            boolean isFloor,
            Function<StreamSchema, StreamRegressor> make,
            BiFunction<byte[], StreamSchema, StreamRegressor> read) {
        StreamRegressor trained(MadeStream stream, int rows) {
            StreamRegressor learner = make.apply(MadeStream.numbers());
            for (int i = 0; i < rows; i++) {
                learner.learn(stream.rows[i], stream.targets[i], 1);
            }
            return learner;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final ForestRegressor.Settings FOREST =
            new ForestRegressor.Settings(5, 0.6, 6, 1e-2, 1e-3, ForestRegressor.Settings.DEFAULT.tree());
    private static final BoostingSettings BOOST =
            new BoostingSettings(10, 0.75, 0.3, BoostingSettings.REGRESSION.tree());
    private static final RegressionTree.Settings TREE = RegressionTree.Settings.DEFAULT;

    static final List<Case> CASES = List.of(
            new Case(
                    "hoeffding-tree",
                    false,
                    s -> new RegressionTree(s, TREE),
                    (b, s) -> RegressionTree.fromBytes(b, s, TREE)),
            new Case(
                    "adaptive-random-forest",
                    false,
                    s -> new ForestRegressor(s, FOREST, SEED),
                    (b, s) -> ForestRegressor.fromBytes(b, s, FOREST)),
            new Case(
                    "streaming-gradient-boosting",
                    false,
                    s -> new BoostedRegressor(s, BOOST, SEED),
                    (b, s) -> BoostedRegressor.fromBytes(b, s, BOOST)),
            new Case(
                    "linear",
                    false,
                    s -> new LinearRegressor(s, Descent.FTRL),
                    (b, s) -> LinearRegressor.fromBytes(b, s, Descent.FTRL)),
            new Case(
                    "adagrad",
                    false,
                    s -> new LinearRegressor(s, Descent.ADAGRAD),
                    (b, s) -> LinearRegressor.fromBytes(b, s, Descent.ADAGRAD)),
            new Case("least-squares", false, LeastSquaresRegressor::new, LeastSquaresRegressor::fromBytes),
            new Case("no-change", true, LastValueRegressor::new, LastValueRegressor::fromBytes),
            new Case("mean", true, MeanRegressor::new, MeanRegressor::fromBytes),
            new Case("best", false, s -> new BestRegressor(s, SEED), BestRegressor::fromBytes));

    static final List<Case> STORED =
            CASES.stream().filter(c -> !c.name.equals("best")).toList();

    @ParameterizedTest
    @FieldSource("CASES")
    void itLiesBetweenFloorAndCeiling(Case c) {
        MadeStream stream = MadeStream.of(ROWS);
        double floor = Prequential.regress(new MeanRegressor(MadeStream.numbers()), stream.rows, stream.targets, 0)
                .rmse();
        double rmse = Prequential.regress(c.make.apply(MadeStream.numbers()), stream.rows, stream.targets, 0)
                .rmse();
        assertThat(rmse).as("%s, seed %d", c, MadeStream.SEED).isGreaterThan(1);
        if (!c.isFloor) {
            assertThat(rmse).as("%s, seed %d", c, MadeStream.SEED).isLessThan(0.85 * floor);
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
        StreamRegressor learner = c.trained(stream, WARM);
        StreamRegressor again = c.read.apply(learner.toBytes(), MadeStream.numbers());
        for (int i = WARM; i < WARM + GOES_ON; i++) {
            assertThat(again.predict(stream.rows[i])).isEqualTo(learner.predict(stream.rows[i]));
            learner.learn(stream.rows[i], stream.targets[i], 1);
            again.learn(stream.rows[i], stream.targets[i], 1);
        }
        assertThat(again.toBytes()).isEqualTo(learner.toBytes());
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void badRowsAreRefusedAndChangeNothing(Case c) {
        StreamRegressor learner = c.trained(MadeStream.of(WARM), GOES_ON);
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
        for (double target : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e200}) {
            assertThatThrownBy(() -> learner.learn(good, target, 1))
                    .isInstanceOf(BadSampleException.class)
                    .hasMessageContaining("target");
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
            assertThatThrownBy(() -> c.read.apply(Arrays.copyOf(bytes, length), MadeStream.numbers()))
                    .isInstanceOf(SnapshotException.class);
        }
        byte[] later = bytes.clone();
        later[4] = 99;
        assertThatThrownBy(() -> c.read.apply(later, MadeStream.numbers()))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("version 99");
        byte[] bent = bytes.clone();
        bent[bent.length / 2] ^= 1;
        assertThatThrownBy(() -> c.read.apply(bent, MadeStream.numbers())).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> c.read.apply(bytes, StreamSchema.regression(0, 0, 4, 4)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("feature 2");
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void emptyConstantAndHugeValuesAreSurvived(Case c) {
        StreamRegressor learner = c.make.apply(MadeStream.numbers());
        double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] same = {7, 7, 7, 0};
        double[] huge = {1e100, -1e100, 1e-300, 3};
        assertThat(learner.predict(none)).isZero();
        for (int i = 0; i < 400; i++) {
            learner.learn(i % 3 == 0 ? none : i % 3 == 1 ? same : huge, i % 3, 1 + i % 2);
            assertThat(learner.predict(same)).isFinite();
            assertThat(learner.predict(none)).isFinite();
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void askingAllocatesNothing(Case c) {
        MadeStream stream = MadeStream.of(GOES_ON);
        StreamRegressor learner = c.trained(stream, GOES_ON);
        assertThat(Allocated.bytes(() -> {
                    for (double[] row : stream.rows) {
                        learner.predict(row);
                    }
                }))
                .as("bytes for %d rows", GOES_ON)
                .isZero();
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void aRowOfWeightThreeCountsAboutAsThreeRows(Case c) {
        MadeStream stream = MadeStream.of(WARM);
        StreamRegressor heavy = c.make.apply(MadeStream.numbers());
        StreamRegressor thrice = c.make.apply(MadeStream.numbers());
        for (int i = 0; i < 2 * GOES_ON; i++) {
            heavy.learn(stream.rows[i], stream.targets[i], 3);
            for (int copy = 0; copy < 3; copy++) {
                thrice.learn(stream.rows[i], stream.targets[i], 1);
            }
        }
        double off = 0;
        for (double[] row : stream.rows) {
            off += Math.abs(heavy.predict(row) - thrice.predict(row)) / WARM;
        }
        assertThat(off).as("mean difference; targets deviate by 9").isLessThan(3);
    }

    /** Linear learners are at version 2; {@link LinearVersionOneTest} reads their version 1. */
    private static int version(Case c) {
        return c.name.equals("linear") || c.name.equals("adagrad") ? 2 : 1;
    }

    @ParameterizedTest
    @FieldSource("STORED")
    void readsTheBytesStoredOfItsVersion(Case c) throws IOException {
        String stored = "/snapshots/regressor-" + c.name + "-v" + version(c) + ".bin";
        try (InputStream in = StreamRegressorContractTest.class.getResourceAsStream(stored)) {
            assertThat(in).as("stored bytes of %s", c).isNotNull();
            byte[] bytes = in.readAllBytes();
            StreamRegressor old = c.read.apply(bytes, MadeStream.numbers());
            assertThat(old.toBytes()).isEqualTo(bytes);
            MadeStream stream = MadeStream.of(STORED_ROWS);
            StreamRegressor now = c.trained(stream, STORED_ROWS);
            for (double[] row : stream.rows) {
                assertThat(old.predict(row)).isEqualTo(now.predict(row));
            }
        }
    }
}
