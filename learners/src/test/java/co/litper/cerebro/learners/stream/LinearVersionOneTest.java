package co.litper.cerebro.learners.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.AdaGradLearner;
import co.litper.cerebro.learners.linear.FtrlLearner;
import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.linear.Loss;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linear learners of version 1, computed here as that version did, answer alike after they are read by this one. */
class LinearVersionOneTest {
    private static final int ROWS = 400;
    private static final int CLASSES = 3;

    private static byte[] stored(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                LinearVersionOneTest.class.getResourceAsStream("/snapshots/" + name + "-v1.bin"))) {
            return in.readAllBytes();
        }
    }

    private static ToDoubleFunction<float[]> score(byte[] bytes, Descent descent, Loss loss) {
        return switch (descent) {
            case FTRL -> FtrlLearner.fromBytes(bytes, loss, FtrlLearner.Settings.DEFAULT)::score;
            case ADAGRAD -> AdaGradLearner.fromBytes(bytes, loss, AdaGradLearner.Settings.DEFAULT)::score;
        };
    }

    /** Features in their order, numbers scaled, a place for each word. */
    private static float[] encoded(double[] row, RowScale scale, StreamSchema schema) {
        double[] scaled = new double[row.length + 1];
        scale.scale(row, scaled);
        float[] out = new float[3 + schema.cardinality(3)];
        for (int f = 0; f < 3; f++) {
            out[f] = (float) scaled[f];
        }
        if (!Double.isNaN(row[3])) {
            out[3 + (int) row[3]] = 1;
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"classifier-linear, FTRL", "classifier-adagrad, ADAGRAD"})
    void aClassifierVotesAsBefore(String name, Descent descent) throws IOException {
        StreamSchema schema = MadeStream.classes();
        byte[] bytes = stored(name);
        SnapshotReader in = new SnapshotReader(bytes, 0x4C435354, 1);
        schema.require(in);
        in.int32();
        RowScale scale = RowScale.read(in, schema);
        LinearClassifier now = LinearClassifier.fromBytes(bytes, schema, descent);
        double[][] before = new double[ROWS][CLASSES];
        double[][] rows = MadeStream.of(ROWS).rows;
        for (int c = 0; c < CLASSES; c++) {
            ToDoubleFunction<float[]> score = score(in.bytes(), descent, new Loss.Logistic());
            for (int i = 0; i < ROWS; i++) {
                before[i][c] = LinearModel.probability(score.applyAsDouble(encoded(rows[i], scale, schema)));
            }
        }
        double[] votes = new double[CLASSES];
        for (int i = 0; i < ROWS; i++) {
            StreamClassifier.normalise(before[i]);
            now.votes(rows[i], votes);
            assertThat(votes).containsExactly(before[i], within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"regressor-linear, FTRL", "regressor-adagrad, ADAGRAD"})
    void aRegressorPredictsAsBefore(String name, Descent descent) throws IOException {
        StreamSchema schema = MadeStream.numbers();
        byte[] bytes = stored(name);
        SnapshotReader in = new SnapshotReader(bytes, 0x4C525354, 1);
        schema.require(in);
        double seen = in.float64();
        double mean = in.float64();
        double deviation = Math.sqrt(in.float64() / seen);
        RowScale scale = RowScale.read(in, schema);
        ToDoubleFunction<float[]> score = score(in.bytes(), descent, new Loss.Squared());
        LinearRegressor now = LinearRegressor.fromBytes(bytes, schema, descent);
        for (double[] row : MadeStream.of(ROWS).rows) {
            double before = mean + deviation * score.applyAsDouble(encoded(row, scale, schema));
            assertThat(now.predict(row)).isCloseTo(before, within(1e-4));
        }
    }
}
