package co.litper.cerebro.benchmarks.scorer;

import co.litper.cerebro.learners.tree.flat.FlatTrees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What was measured of one model; times are medians of rounds in turns, with one thread.
 *
 * @param ratio median of the rounds' ratios
 */
record ScorerRun(
        double ourMicros, double theirMicros, double batchMicros, double ratio, double largestDifference, int nodes) {
    private static final int ROUNDS = 9;
    /** Rounds that only warm up. */
    private static final int WARM = 3;
    /** Passes of ours over the rows in a round, so that it lasts long enough to be timed. */
    private static final int PASSES = 5;

    private static final double NS_PER_US = 1e3;

    static ScorerRun of(byte[] json, FlatTrees flat, double[][] rows) {
        try {
            Booster booster = XGBoost.loadModel(new ByteArrayInputStream(json));
            booster.setParam("nthread", 1);
            try {
                return measure(booster, flat, rows);
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError | IOException e) {
            throw new IllegalStateException("XGBoost failed on its own model", e);
        }
    }

    private static ScorerRun measure(Booster booster, FlatTrees flat, double[][] rows) throws XGBoostError {
        float[][] single = new float[rows.length][];
        float[] all = new float[rows.length * flat.features()];
        for (int i = 0; i < rows.length; i++) {
            single[i] = new float[flat.features()];
            for (int f = 0; f < single[i].length; f++) {
                single[i][f] = (float) rows[i][f];
                all[i * single[i].length + f] = single[i][f];
            }
        }
        double[][] ours = new double[rows.length][flat.outputs()];
        float[][] theirs = new float[rows.length][];
        double[] ourTimes = new double[ROUNDS];
        double[] theirTimes = new double[ROUNDS];
        double[] batchTimes = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int r = -WARM; r < ROUNDS; r++) {
            double mine = score(flat, rows, ours);
            double other = predict(booster, single, theirs);
            double batch = predictAll(booster, all, rows.length);
            if (r >= 0) {
                ourTimes[r] = mine;
                theirTimes[r] = other;
                batchTimes[r] = batch;
                ratios[r] = other / mine;
            }
        }
        return new ScorerRun(
                median(ourTimes),
                median(theirTimes),
                median(batchTimes),
                median(ratios),
                difference(ours, theirs),
                flat.nodes());
    }

    private static double score(FlatTrees flat, double[][] rows, double[][] out) {
        long start = System.nanoTime();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < rows.length; i++) {
                flat.score(rows[i], out[i]);
            }
        }
        return (System.nanoTime() - start) / NS_PER_US / rows.length / PASSES;
    }

    private static double predict(Booster booster, float[][] rows, float[][] out) throws XGBoostError {
        long start = System.nanoTime();
        for (int i = 0; i < rows.length; i++) {
            DMatrix matrix = new DMatrix(rows[i], 1, rows[i].length, Float.NaN);
            out[i] = booster.predict(matrix)[0];
            matrix.dispose();
        }
        return (System.nanoTime() - start) / NS_PER_US / rows.length;
    }

    private static double predictAll(Booster booster, float[] values, int rows) throws XGBoostError {
        long start = System.nanoTime();
        DMatrix matrix = new DMatrix(values, rows, values.length / rows, Float.NaN);
        booster.predict(matrix);
        matrix.dispose();
        return (System.nanoTime() - start) / NS_PER_US / rows;
    }

    private static double difference(double[][] ours, float[][] theirs) {
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            for (int o = 0; o < ours[i].length; o++) {
                largest = Math.max(largest, Math.abs(ours[i][o] - theirs[i][o]));
            }
        }
        return largest;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
