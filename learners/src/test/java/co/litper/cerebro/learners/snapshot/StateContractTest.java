package co.litper.cerebro.learners.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.anomaly.RandomCutForest;
import co.litper.cerebro.learners.anomaly.SeriesDetector;
import co.litper.cerebro.learners.bandit.Bandit;
import co.litper.cerebro.learners.bandit.BanditSettings;
import co.litper.cerebro.learners.bandit.Offer;
import co.litper.cerebro.learners.calibrate.ConformalInterval;
import co.litper.cerebro.learners.calibrate.ConformalInterval.Mark;
import co.litper.cerebro.learners.calibrate.OnlineCalibrator;
import co.litper.cerebro.learners.drift.Detectors;
import co.litper.cerebro.learners.drift.DriftDetector;
import co.litper.cerebro.learners.forecast.Intermittent;
import co.litper.cerebro.learners.forecast.SpecialDays;
import co.litper.cerebro.learners.inference.DifferenceSequence;
import co.litper.cerebro.learners.lifetime.CustomerLedger;
import co.litper.cerebro.learners.lifetime.GammaGamma;
import co.litper.cerebro.learners.lifetime.LifetimeModel;
import co.litper.cerebro.learners.lifetime.ParetoNbd;
import co.litper.cerebro.learners.linear.AdaGradLearner;
import co.litper.cerebro.learners.linear.BayesianLearner;
import co.litper.cerebro.learners.linear.FtrlLearner;
import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.linear.Loss;
import co.litper.cerebro.learners.search.Parameter;
import co.litper.cerebro.learners.search.Pruner;
import co.litper.cerebro.learners.search.Sampler;
import co.litper.cerebro.learners.search.Search;
import co.litper.cerebro.learners.search.SearchSpace;
import co.litper.cerebro.learners.search.Trial;
import co.litper.cerebro.learners.sketch.SampleSketch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stored state of everything that learns must do; classifiers and regressors of streams have contracts of their own. */
class StateContractTest {
    private static final int ROWS = 40;
    private static final long SEED = 3;
    private static final int VERSION_AT = 4;
    private static final SearchSpace SEARCHED =
            new SearchSpace(new Parameter.Real("x", 0, 1), new Parameter.Choice("y", "a", "b"));

    /** How state is made and, from bytes, read and written again. */
    record Case(String name, Supplier<byte[]> make, UnaryOperator<byte[]> again) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> own() {
        FtrlLearner.Settings ftrl = FtrlLearner.Settings.DEFAULT;
        AdaGradLearner.Settings adagrad = AdaGradLearner.Settings.DEFAULT;
        Loss loss = new Loss.Logistic();
        return List.of(
                new Case(
                        "adagrad-learner",
                        StateContractTest::adagrad,
                        b -> AdaGradLearner.fromBytes(b, loss, adagrad).toBytes()),
                new Case(
                        "bayesian",
                        StateContractTest::bayesian,
                        b -> BayesianLearner.fromBytes(
                                        b, BayesianLearner.Family.BERNOULLI, new BayesianLearner.Settings(1, 3, 1e4, 3))
                                .toBytes()),
                new Case(
                        "linear-model",
                        () -> AdaGradLearner.fromBytes(adagrad(), loss, adagrad)
                                .model()
                                .toBytes(),
                        b -> LinearModel.fromBytes(b).toBytes()),
                new Case(
                        "calibrator",
                        StateContractTest::calibrator,
                        b -> OnlineCalibrator.fromBytes(b).toBytes()),
                new Case(
                        "conformal",
                        StateContractTest::conformal,
                        b -> ConformalInterval.fromBytes(b, 0.9, 30, 0.02).toBytes()),
                new Case(
                        "customer-ledger",
                        StateContractTest::ledger,
                        b -> CustomerLedger.fromBytes(b).toBytes()),
                new Case(
                        "lifetime-model",
                        () -> new ParetoNbd(1, 2, 3, 4).toBytes(),
                        b -> LifetimeModel.fromBytes(b).toBytes()),
                new Case(
                        "gamma-gamma",
                        () -> new GammaGamma(1, 2, 3).toBytes(),
                        b -> GammaGamma.fromBytes(b).toBytes()),
                new Case(
                        "intermittent",
                        StateContractTest::intermittent,
                        b -> Intermittent.fromBytes(b).toBytes()));
    }

    static List<Case> all() {
        Stream<Case> detectors = Detectors.names().stream()
                .map(name -> new Case(
                        "drift-" + name,
                        () -> detector(name),
                        b -> Detectors.fromBytes(b).toBytes()));
        Stream<Case> others = Stream.of(
                new Case(
                        "ftrl-learner",
                        StateContractTest::ftrl,
                        b -> FtrlLearner.fromBytes(b, new Loss.Squared(), FtrlLearner.Settings.DEFAULT)
                                .toBytes()),
                new Case(
                        "bandit",
                        StateContractTest::bandit,
                        b -> Bandit.fromBytes(b, BanditSettings.linear(2)).toBytes()),
                new Case(
                        "sketch",
                        StateContractTest::sketch,
                        b -> SampleSketch.fromBytes(b).toBytes()),
                new Case(
                        "search",
                        StateContractTest::search,
                        b -> Search.fromBytes(b, SEARCHED, Sampler.Parzen.DEFAULT, new Pruner.Never())
                                .toBytes()),
                new Case(
                        "sequence",
                        StateContractTest::sequence,
                        b -> DifferenceSequence.fromBytes(b).toBytes()),
                new Case(
                        "special-days",
                        StateContractTest::specialDays,
                        b -> SpecialDays.fromBytes(b).toBytes()),
                new Case(
                        "random-cut-forest",
                        StateContractTest::forest,
                        b -> RandomCutForest.fromBytes(b).toBytes()),
                new Case(
                        "series-detector",
                        StateContractTest::series,
                        b -> SeriesDetector.fromBytes(b).toBytes()));
        return Stream.of(own().stream(), detectors, others).flatMap(s -> s).toList();
    }

    private static float[] row(SplittableRandom random) {
        return new float[] {(float) random.nextGaussian(), random.nextInt(2), Float.NaN};
    }

    private static byte[] adagrad() {
        AdaGradLearner learner = new AdaGradLearner(3, new Loss.Logistic(), AdaGradLearner.Settings.DEFAULT);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROWS; i++) {
            learner.update(row(random), random.nextInt(2), 1);
        }
        return learner.toBytes();
    }

    private static byte[] ftrl() {
        FtrlLearner learner = new FtrlLearner(3, new Loss.Squared(), FtrlLearner.Settings.DEFAULT);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROWS; i++) {
            learner.update(row(random), random.nextDouble(), 1);
        }
        return learner.toBytes();
    }

    private static byte[] bayesian() {
        BayesianLearner learner = new BayesianLearner(
                BayesianLearner.Family.BERNOULLI, new BayesianLearner.Settings(1, 3, 1e4, 3), new double[3], 0);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROWS; i++) {
            learner.update(row(random), 0.1, random.nextInt(2), 1);
        }
        return learner.toBytes();
    }

    private static byte[] calibrator() {
        OnlineCalibrator calibrator = new OnlineCalibrator(30);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROWS; i++) {
            calibrator.observe(random.nextGaussian(), random.nextBoolean());
        }
        return calibrator.toBytes();
    }

    private static byte[] conformal() {
        ConformalInterval interval = new ConformalInterval(0.9, 30, 0.02);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROWS; i++) {
            interval.observe(random.nextGaussian());
            interval.passed(Mark.HIGH, random.nextBoolean());
        }
        return interval.toBytes();
    }

    private static byte[] bandit() {
        Bandit bandit = new Bandit(BanditSettings.linear(2));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROWS; i++) {
            bandit.choose(i, Offer.of(new float[] {1, random.nextInt(2)}, 1, 2));
            bandit.reward(i, random.nextInt(2));
        }
        bandit.choose(ROWS, Offer.of(new float[] {1, 1}, 2, 3));
        return bandit.toBytes();
    }

    private static byte[] detector(String name) {
        DriftDetector detector = Detectors.named(name, SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 10 * ROWS; i++) {
            detector.observe(random.nextInt(4) == 0 ? 1 : 0);
        }
        return detector.toBytes();
    }

    private static byte[] sketch() {
        SampleSketch sketch = new SampleSketch(16, SEED);
        for (int i = 0; i < ROWS; i++) {
            sketch.add(i % 7);
        }
        return sketch.toBytes();
    }

    private static byte[] intermittent() {
        Intermittent demand = new Intermittent(Intermittent.Kind.TSB, 0.1);
        for (int i = 0; i < ROWS; i++) {
            demand.observe(i % 3);
        }
        return demand.toBytes();
    }

    private static byte[] specialDays() {
        SpecialDays days = new SpecialDays(1);
        for (int i = 0; i < ROWS; i++) {
            days.observe("día " + i % 5, 10, i);
        }
        return days.toBytes();
    }

    private static byte[] forest() {
        RandomCutForest forest = new RandomCutForest(2, 3, 8, 0.01, SEED);
        for (int i = 0; i < ROWS; i++) {
            forest.observe(new double[] {i % 7, i});
        }
        return forest.toBytes();
    }

    private static byte[] series() {
        SeriesDetector detector = new SeriesDetector(SEED);
        for (int i = 0; i < 4 * ROWS; i++) {
            detector.observe(i * 60, i % 11);
        }
        return detector.toBytes();
    }

    private static byte[] ledger() {
        CustomerLedger ledger = new CustomerLedger();
        for (int i = 0; i < ROWS; i++) {
            ledger.bought(i % 7, i, i);
        }
        return ledger.toBytes();
    }

    private static byte[] search() {
        Search search = new Search(SEARCHED, Sampler.Parzen.DEFAULT, new Pruner.Never(), SEED);
        for (int i = 0; i < ROWS; i++) {
            Trial trial = search.ask();
            search.report(trial.number(), 1, i);
            search.tell(trial.number(), trial.point().real("x"));
        }
        return search.toBytes();
    }

    private static byte[] sequence() {
        DifferenceSequence sequence = new DifferenceSequence(0.95, 100);
        for (int i = 0; i < ROWS; i++) {
            sequence.observe(i % 2 == 0, i % 3);
        }
        return sequence.toBytes();
    }

    @ParameterizedTest
    @MethodSource("all")
    void equalHistoriesGiveEqualBytesAndReadingKeepsThem(Case c) {
        byte[] bytes = c.make.get();
        assertThat(c.make.get()).isEqualTo(bytes);
        assertThat(c.again.apply(bytes)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsCutBentOrOfAnotherVersionOrKindIsRefusedByName(Case c) {
        byte[] bytes = c.make.get();
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 50) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> c.again.apply(cut)).isInstanceOf(SnapshotException.class);
        }
        for (int at = 0; at < bytes.length; at += 1 + bytes.length / 50) {
            byte[] bent = bytes.clone();
            bent[at] ^= 1;
            assertThatThrownBy(() -> c.again.apply(bent)).isInstanceOf(SnapshotException.class);
        }
        byte[] later = bytes.clone();
        later[VERSION_AT] = 99;
        assertThatThrownBy(() -> c.again.apply(later))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("99");
    }

    /** Numbers inside that are wrong although the checksum is right: cut at a number and sealed again. */
    @ParameterizedTest
    @MethodSource("all")
    void whatEndsTooEarlyUnderARightChecksumIsRefused(Case c) {
        byte[] bytes = c.make.get();
        for (int length = VERSION_AT + 1; length < bytes.length - Integer.BYTES; length += 1 + bytes.length / 40) {
            CRC32 crc = new CRC32();
            crc.update(bytes, 0, length);
            byte[] sealed = ByteBuffer.allocate(length + Integer.BYTES)
                    .put(bytes, 0, length)
                    .putInt((int) crc.getValue())
                    .array();
            assertThatThrownBy(() -> c.again.apply(sealed))
                    .as("sealed after %d of %d bytes", length, bytes.length)
                    .isInstanceOf(SnapshotException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("own")
    void bytesOfVersionOneAreReadAndWrittenAsTheyWere(Case c) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                StateContractTest.class.getResourceAsStream("/snapshots/" + c.name + "-v1.bin"))) {
            byte[] stored = in.readAllBytes();
            assertThat(c.again.apply(stored)).isEqualTo(stored);
            assertThat(c.make.get()).isEqualTo(stored);
        }
    }
}
