package co.litper.cerebro.adapters.xgboost;

import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trains a model in batch by XGBoost's native library. What it returns is bytes; {@link XgboostModel} reads them, and nothing
 * native is held afterwards. Equal rows, settings and seed give equal bytes with one thread. Stateless and thread-safe.
 */
public final class XgboostTraining {
    /** Values of all rows at most: they are copied into one array. */
    private static final int MOST_VALUES = 1 << 28;

    private XgboostTraining() {}

    /** What is learned. */
    public enum Task {
        /** A number, by squared error. */
        NUMBER,
        /** The probability of target 1 against 0. */
        PROBABILITY,
        /** The probability of each class, 0 to classes − 1. */
        CLASSES
    }

    /**
     * How to train.
     *
     * @param rounds trees, of each class one, 1 to 100,000
     * @param depth of a tree, 1 to 64
     * @param rate by which each tree counts, above 0, at most 1
     * @param rowShare drawn for each tree, above 0, at most 1
     * @param featureShare drawn for each tree, above 0, at most 1
     * @param ridge L2 penalty of leaves, at least 0
     * @param leastChildWeight sum of Hessians in a leaf, at least 0
     * @param threads at least 1; more than one may change the last bits
     * @param seed of what is drawn
     */
    public record Settings(
            int rounds,
            int depth,
            double rate,
            double rowShare,
            double featureShare,
            double ridge,
            double leastChildWeight,
            int threads,
            int seed) {
        /** A hundred trees of depth 6. */
        public static final Settings DEFAULT = new Settings(100, 6, 0.1, 1, 1, 1, 1, 1, 0);

        public Settings {
            if (rounds < 1
                    || rounds > 100_000
                    || depth < 1
                    || depth > 64
                    || threads < 1
                    || !(rate > 0 && rate <= 1)
                    || !(rowShare > 0 && rowShare <= 1)
                    || !(featureShare > 0 && featureShare <= 1)
                    || !(ridge >= 0 && leastChildWeight >= 0)) {
                throw new IllegalArgumentException(
                        "settings must be rounds 1 to 100,000, depth 1 to 64, threads at least 1,"
                                + " rate and shares above 0 and at most 1, ridge and leastChildWeight at least 0; are "
                                + rounds
                                + ", " + depth + ", " + threads + ", " + rate + ", " + rowShare + ", " + featureShare
                                + ", "
                                + ridge + ", " + leastChildWeight);
            }
        }
    }

    /** Whether XGBoost's library is on the class path and runs on this machine. */
    public static boolean isAvailable() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
            return true;
        } catch (XGBoostError | LinkageError e) {
            return false;
        }
    }

    /**
     * Trains.
     *
     * @param rows of equal length, at least 1; NaN is missing
     * @param targets of the rows, finite
     * @param classes of {@link Task#CLASSES}, at least 2; 1 otherwise
     * @return the model as XGBoost's JSON
     * @throws IllegalArgumentException if rows and targets do not fit together
     * @throws IllegalStateException if the library is missing or fails
     */
    public static byte[] train(double[][] rows, double[] targets, Task task, int classes, Settings settings) {
        float[] values = flat(rows, targets);
        float[] labels = new float[targets.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (float) targets[i];
        }
        try {
            DMatrix matrix = new DMatrix(values, rows.length, rows[0].length, Float.NaN);
            try {
                matrix.setLabel(labels);
                Booster booster = XGBoost.train(
                        matrix, parameters(task, classes, settings), settings.rounds(), Map.of(), null, null);
                try {
                    return booster.toByteArray("json");
                } finally {
                    booster.dispose();
                }
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not train: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "XGBoost is not here: " + e
                            + ". Maybe put ml.dmlc:xgboost4j_2.13 and what it needs on the class path.",
                    e);
        }
    }

    private static float[] flat(double[][] rows, double[] targets) {
        if (rows.length == 0 || rows.length != targets.length || rows[0].length == 0) {
            throw new IllegalArgumentException(
                    "rows must be at least 1 and as many as targets, are " + rows.length + " and " + targets.length);
        }
        int width = rows[0].length;
        if ((long) rows.length * width > MOST_VALUES) {
            throw new IllegalArgumentException("rows hold " + (long) rows.length * width + " values, at most "
                    + MOST_VALUES + " are taken. Maybe train on a sample.");
        }
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width || !(Math.abs(targets[i]) <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("row " + i + " has " + rows[i].length + " values and the target "
                        + targets[i] + "; the first row has " + width);
            }
            for (int f = 0; f < width; f++) {
                values[i * width + f] = (float) rows[i][f];
            }
        }
        return values;
    }

    private static Map<String, Object> parameters(Task task, int classes, Settings settings) {
        Map<String, Object> map = new LinkedHashMap<>();
        switch (task) {
            case NUMBER -> map.put("objective", "reg:squarederror");
            case PROBABILITY -> map.put("objective", "binary:logistic");
            case CLASSES -> {
                map.put("objective", "multi:softprob");
                map.put("num_class", classes);
            }
        }
        map.put("tree_method", "hist");
        map.put("max_depth", settings.depth());
        map.put("eta", settings.rate());
        map.put("subsample", settings.rowShare());
        map.put("colsample_bytree", settings.featureShare());
        map.put("lambda", settings.ridge());
        map.put("min_child_weight", settings.leastChildWeight());
        map.put("nthread", settings.threads());
        map.put("seed", settings.seed());
        map.put("verbosity", 0);
        return map;
    }
}
