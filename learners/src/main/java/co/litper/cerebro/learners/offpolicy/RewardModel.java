package co.litper.cerebro.learners.offpolicy;

import java.util.Arrays;

/**
 * Expected reward as a ridge or logistic regression of a row of features, fitted to a whole log at once. Immutable once
 * fitted and thread-safe; fitting is O(steps × n × nonzero² + d³), predicting O(d).
 *
 * <p>Logistic: iteratively reweighted least squares with a ridge (J. Nelder and R. Wedderburn, 1972). To keep a round's own
 * reward out of what the model says of it, fit one model a fold with {@link #crossFit}.
 */
public final class RewardModel {
    /** Widest row. */
    public static final int MOST_WIDTH = 2_048;

    private static final int STEPS = 25;
    private static final double CLOSE = 1e-6;
    private static final double LEAST_VARIANCE = 1e-4;

    /** What rewards are. */
    public enum Kind {
        /** Any number. */
        LINEAR,
        /** 0 to 1. */
        LOGISTIC
    }

    /**
     * How it is fitted.
     *
     * @param kind of rewards
     * @param ridge λ on every weight but the intercept, above 0
     */
    public record Settings(Kind kind, double ridge) {
        public Settings {
            if (!(ridge > 0) || Double.isInfinite(ridge)) {
                throw new IllegalArgumentException("ridge must be finite and above 0, is " + ridge);
            }
        }
    }

    private final Kind kind;
    /** [d + 1], intercept last. */
    private final double[] weights;

    private RewardModel(Kind kind, double[] weights) {
        this.kind = kind;
        this.weights = weights;
    }

    /**
     * Fits rows {@code which} of a log.
     *
     * @param rows [n][d] finite, all of one width
     * @param rewards [n] finite, 0 to 1 if logistic
     * @param which rows to learn from; none gives a model that always says 0, or ½ if logistic
     * @throws BadLogException if a number or width is out of range
     */
    public static RewardModel fit(float[][] rows, double[] rewards, int[] which, Settings settings) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        requireRows(rows, rewards, which, settings.kind(), width);
        double[] weights = new double[width + 1];
        int steps = settings.kind() == Kind.LINEAR ? 1 : STEPS;
        RewardModel model = new RewardModel(settings.kind(), weights);
        for (int step = 0; step < steps && which.length > 0; step++) {
            if (model.improve(rows, rewards, which, settings.ridge()) < CLOSE) {
                break;
            }
        }
        return model;
    }

    /**
     * One model a fold, each fitted to the rows of the other folds; row i belongs to fold {@code i % folds}.
     *
     * @param folds at least 2
     */
    public static RewardModel[] crossFit(float[][] rows, double[] rewards, int folds, Settings settings) {
        int[] all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        return crossFit(rows, rewards, all, folds, settings);
    }

    /** As the other, of the rows {@code which} only. */
    public static RewardModel[] crossFit(float[][] rows, double[] rewards, int[] which, int folds, Settings settings) {
        if (folds < 2) {
            throw new BadLogException("folds must be at least 2, are " + folds);
        }
        RewardModel[] models = new RewardModel[folds];
        for (int fold = 0; fold < folds; fold++) {
            int out = fold;
            models[fold] = fit(
                    rows,
                    rewards,
                    Arrays.stream(which).filter(i -> i % folds != out).toArray(),
                    settings);
        }
        return models;
    }

    private static void requireRows(float[][] rows, double[] rewards, int[] which, Kind kind, int width) {
        if (width > MOST_WIDTH || rewards.length != rows.length) {
            throw new BadLogException(rows.length + " rows of " + width + " values, at most " + MOST_WIDTH + " fit; "
                    + rewards.length + " rewards");
        }
        for (int i : which) {
            if (rows[i].length != width) {
                throw new BadLogException("row " + i + " has " + rows[i].length + " values, row 0 has " + width);
            }
            for (float x : rows[i]) {
                if (!Float.isFinite(x)) {
                    throw new BadLogException("row " + i + " holds " + x + ". Maybe give 0 where a value is missing.");
                }
            }
            if (!Double.isFinite(rewards[i]) || kind == Kind.LOGISTIC && !(rewards[i] >= 0 && rewards[i] <= 1)) {
                throw new BadLogException("reward " + i + " is " + rewards[i] + ", not one of a " + kind + " model");
            }
        }
    }

    /** One Newton step; returns the largest change of a weight. */
    private double improve(float[][] rows, double[] rewards, int[] which, double ridge) {
        int n = weights.length;
        double[] squares = new double[n * n];
        double[] products = new double[n];
        int[] nonzero = new int[n];
        for (int i : which) {
            double score = score(rows[i]);
            double mean = kind == Kind.LINEAR ? score : 1 / (1 + Math.exp(-score));
            double variance = kind == Kind.LINEAR ? 1 : Math.max(LEAST_VARIANCE, mean * (1 - mean));
            add(rows[i], variance, variance * score + rewards[i] - mean, nonzero, squares, products);
        }
        for (int i = 0; i < n; i++) {
            squares[i * n + i] += i == n - 1 ? ridge * 1e-3 : ridge;
        }
        double[] solved = Cholesky.solve(squares, products, n);
        double change = 0;
        for (int i = 0; i < n; i++) {
            change = Math.max(change, Math.abs(solved[i] - weights[i]));
            weights[i] = solved[i];
        }
        return change;
    }

    private static void add(
            float[] row, double information, double product, int[] nonzero, double[] squares, double[] products) {
        int n = products.length;
        int count = 0;
        for (int j = 0; j < row.length; j++) {
            if (row[j] != 0) {
                nonzero[count++] = j;
            }
        }
        for (int a = 0; a <= count; a++) {
            int j = a == count ? n - 1 : nonzero[a];
            double x = information * (a == count ? 1 : row[j]);
            products[j] += (a == count ? 1 : row[j]) * product;
            for (int b = 0; b < a; b++) {
                squares[j * n + nonzero[b]] += x * row[nonzero[b]];
            }
            squares[j * n + j] += a == count ? x : x * row[j];
        }
    }

    private double score(float[] row) {
        double score = weights[weights.length - 1];
        for (int j = 0; j < row.length; j++) {
            score += weights[j] * row[j];
        }
        return score;
    }

    /** Reward expected of a row. */
    public double predict(float[] row) {
        if (row.length != weights.length - 1) {
            throw new BadLogException("row has " + row.length + " values, the model takes " + (weights.length - 1));
        }
        double score = score(row);
        return kind == Kind.LINEAR ? score : 1 / (1 + Math.exp(-score));
    }
}
