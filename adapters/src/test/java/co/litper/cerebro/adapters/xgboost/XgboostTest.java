package co.litper.cerebro.adapters.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.adapters.xgboost.XgboostTraining.Settings;
import co.litper.cerebro.adapters.xgboost.XgboostTraining.Task;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models answer from flat arrays as XGBoost itself does. */
class XgboostTest {
    private static final long SEED = 21;
    private static final int ROWS = 600;
    private static final int WIDTH = 5;
    private static final double CLOSE = 1e-6;
    private static final Settings SETTINGS = new Settings(40, 5, 0.2, 0.9, 0.9, 1, 1, 1, 3);

    private static double[][] rows(boolean gaps) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] rows = new double[ROWS][WIDTH];
        for (double[] row : rows) {
            for (int f = 0; f < WIDTH; f++) {
                row[f] = gaps && random.nextInt(6) == 0
                        ? Double.NaN
                        : f == 0 ? random.nextInt(5) : random.nextGaussian();
            }
        }
        return rows;
    }

    private static double[] targets(double[][] rows, String objective) {
        double[] targets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double signal = (Double.isNaN(rows[i][0]) ? -1 : rows[i][0]) - 2 * (rows[i][1] > 0 ? 1 : 0);
            targets[i] = objective.startsWith("multi")
                    ? Math.floorMod((int) signal, 3)
                    : objective.startsWith("binary") || objective.equals("reg:logistic")
                            ? signal > 0 ? 1 : 0
                            : objective.equals("reg:squarederror") ? 30 + 10 * signal : 1 + Math.max(0, signal);
        }
        return targets;
    }

    private static float[] flat(double[][] rows) {
        float[] values = new float[rows.length * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / WIDTH][i % WIDTH];
        }
        return values;
    }

    private static void answersAlike(byte[] json, double[][] rows) throws XGBoostError, java.io.IOException {
        Booster booster = XGBoost.loadModel(new ByteArrayInputStream(json));
        DMatrix matrix = new DMatrix(flat(rows), rows.length, WIDTH, Float.NaN);
        float[][] theirs = booster.predict(matrix);
        FlatTrees flat = FlatTrees.compile(XgboostModel.read(json));
        double[] out = new double[flat.outputs()];
        for (int i = 0; i < rows.length; i++) {
            flat.score(rows[i], out);
            for (int o = 0; o < out.length; o++) {
                assertThat(out[o])
                        .as("row %d output %d, seed %d", i, o, SEED)
                        .isCloseTo(theirs[i][o], within(CLOSE * Math.max(1, Math.abs(theirs[i][o]))));
            }
        }
        matrix.dispose();
        booster.dispose();
    }

    @ParameterizedTest
    @CsvSource({
        "reg:squarederror,gbtree,false",
        "reg:squarederror,gbtree,true",
        "reg:squarederror,dart,true",
        "binary:logistic,gbtree,true",
        "binary:logistic,dart,true",
        "binary:logitraw,gbtree,true",
        "binary:hinge,gbtree,true",
        "reg:logistic,gbtree,true",
        "count:poisson,gbtree,true",
        "reg:gamma,gbtree,true",
        "reg:tweedie,gbtree,true",
        "multi:softprob,gbtree,true",
        "multi:softprob,dart,true"
    })
    void everyObjectiveAnswersAlike(String objective, String booster, boolean gaps) throws Exception {
        double[][] rows = rows(gaps);
        double[] targets = targets(rows, objective);
        float[] labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            labels[i] = (float) targets[i];
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", objective);
        parameters.put("booster", booster);
        parameters.put("rate_drop", 0.3);
        parameters.put("base_score", 0.3);
        parameters.put("max_depth", 5);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        if (objective.startsWith("multi")) {
            parameters.put("num_class", 3);
        }
        if (booster.equals("gbtree")) {
            parameters.remove("rate_drop");
        }
        DMatrix matrix = new DMatrix(flat(rows), ROWS, WIDTH, Float.NaN);
        matrix.setLabel(labels);
        Booster trained = XGBoost.train(matrix, parameters, 25, Map.of(), null, null);
        answersAlike(trained.toByteArray("json"), rows);
        trained.dispose();
        matrix.dispose();
    }

    @Test
    void trainingLearnsEachTaskAndEqualSeedsGiveEqualBytes() throws Exception {
        double[][] rows = rows(true);
        double[] numbers = targets(rows, "reg:squarederror");
        byte[] json = XgboostTraining.train(rows, numbers, Task.NUMBER, 1, SETTINGS);
        assertThat(XgboostTraining.train(rows, numbers, Task.NUMBER, 1, SETTINGS))
                .isEqualTo(json);
        answersAlike(json, rows);
        FlatTrees flat = FlatTrees.compile(XgboostModel.read(json));
        double[] out = new double[1];
        double error = 0;
        for (int i = 0; i < ROWS; i++) {
            flat.score(rows[i], out);
            error += Math.abs(out[0] - numbers[i]) / ROWS;
        }
        assertThat(error).as("mean absolute error of targets that span 50").isLessThan(3);
        answersAlike(
                XgboostTraining.train(rows, targets(rows, "binary:logistic"), Task.PROBABILITY, 1, SETTINGS), rows);
        answersAlike(XgboostTraining.train(rows, targets(rows, "multi:softprob"), Task.CLASSES, 3, SETTINGS), rows);
    }

    @Test
    void whatCannotBeScoredAlikeIsRefusedByName() {
        double[][] rows = rows(false);
        String json = new String(
                XgboostTraining.train(rows, targets(rows, "binary:logistic"), Task.PROBABILITY, 1, SETTINGS),
                StandardCharsets.UTF_8);
        refused(json.replaceFirst("\"split_type\":\\[0", "\"split_type\":[1"), "categorical");
        refused(json.replace("binary:logistic", "survival:aft"), "survival:aft");
        refused(json.replace("binary:logistic", "multi:softmax"), "multi:softprob");
        refused(json.replace("\"name\":\"gbtree\"", "\"name\":\"gblinear\""), "gblinear");
        refused(json.replaceFirst("\"size_leaf_vector\":\"1\"", "\"size_leaf_vector\":\"3\""), "leaves of 3");
        refused(json.replaceFirst("\"left_children\":\\[1", "\"left_children\":[0"), "twice");
        refused(json.substring(0, json.length() / 2), "no JSON");
        refused("{\"a\":1}", "learner");
        refused(json.replace("base_score", "core_base"), "base_score");
    }

    private static void refused(String json, String because) {
        assertThatThrownBy(() -> XgboostModel.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableModelException.class)
                .hasMessageContaining(because);
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> XgboostTraining.train(new double[0][], new double[0], Task.NUMBER, 1, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> XgboostTraining.train(
                        new double[][] {{1}, {1, 2}}, new double[] {1, 2}, Task.NUMBER, 1, SETTINGS))
                .hasMessageContaining("row 1");
        assertThatThrownBy(() -> XgboostTraining.train(
                        new double[][] {{1}}, new double[] {Double.NaN}, Task.NUMBER, 1, SETTINGS))
                .hasMessageContaining("NaN");
    }
}
