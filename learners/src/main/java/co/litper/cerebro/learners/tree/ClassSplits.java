package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.tree.Branches.Test;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the best test of a leaf. Scratch space of one tree; after {@link #search} it holds the best test and the second
 * best feature's merit. O(features × classes × {@link #CANDIDATES}).
 */
final class ClassSplits {
    /** Thresholds tried between a numeric feature's least and most, as in VFDT's Gaussian observers. */
    private static final int CANDIDATES = 10;
    /** A branch counts if it has more than this share; two must. */
    private static final double LEAST_SHARE = 0.01;
    /** Nominal features with more values are only asked for one value at a time, lest one split makes so many leaves. */
    private static final int MOST_BRANCHES = 64;

    private final Criterion criterion;
    private final double[] left;
    private final double[] right;
    private final double[] inverseDeviations;

    Test test = Test.AT_MOST;
    int slot = -1;
    double value;
    double merit;
    double second;

    ClassSplits(Criterion criterion, int classes) {
        this.criterion = criterion;
        left = new double[classes];
        right = new double[classes];
        inverseDeviations = new double[classes];
    }

    /** Finds the best test; {@link #slot} is −1 if none is better than no split, whose merit is 0. */
    void search(ClassLeaf leaf, double[] @Nullable [] stats) {
        slot = -1;
        merit = 0;
        second = Double.NEGATIVE_INFINITY;
        double impurity = criterion.mass(leaf.weights, leaf.total) / leaf.total;
        Observed observed = leaf.observed;
        for (int j = 0; j < observed.features.length; j++) {
            if (observed.cardinalities[j] == 0) {
                numeric(stats, observed.offsets[j], j, impurity);
            } else {
                nominal(stats, observed.offsets[j], observed.cardinalities[j], j, impurity);
            }
        }
    }

    private void offer(int j, Test how, double at, double gain) {
        if (gain > merit) {
            if (slot != j) {
                second = merit;
            }
            slot = j;
            test = how;
            value = at;
            merit = gain;
        } else if (slot != j && gain > second) {
            second = gain;
        }
    }

    private void numeric(double[] @Nullable [] stats, int at, int j, double impurity) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < stats.length; c++) {
            double[] s = stats[c];
            if (s != null && s[at + ClassLeaf.WEIGHT] > 0) {
                least = Math.min(least, s[at + ClassLeaf.LEAST]);
                most = Math.max(most, s[at + ClassLeaf.MOST]);
                inverseDeviations[c] = Math.sqrt(2 * Math.PI * s[at + ClassLeaf.PRECISION]);
            }
        }
        double step = (most - least) / (CANDIDATES + 1);
        if (!(step > 0 && step <= Double.MAX_VALUE)) {
            return;
        }
        double bestGain = Double.NEGATIVE_INFINITY;
        double best = 0;
        for (int i = 1; i <= CANDIDATES; i++) {
            double threshold = least + step * i;
            if (threshold <= least || threshold >= most) {
                continue;
            }
            divide(stats, at, threshold);
            double gain = gain(impurity);
            if (gain > bestGain) {
                bestGain = gain;
                best = threshold;
            }
        }
        offer(j, Test.AT_MOST, best, bestGain);
    }

    private void divide(double[] @Nullable [] stats, int at, double threshold) {
        for (int c = 0; c < stats.length; c++) {
            double[] s = stats[c];
            double w = s == null ? 0 : s[at + ClassLeaf.WEIGHT];
            if (s == null || w == 0) {
                left[c] = 0;
                right[c] = 0;
            } else if (threshold < s[at + ClassLeaf.LEAST]) {
                left[c] = 0;
                right[c] = w;
            } else if (threshold >= s[at + ClassLeaf.MOST]) {
                left[c] = w;
                right[c] = 0;
            } else {
                left[c] = w * NormalTable.below((threshold - s[at + ClassLeaf.MEAN]) * inverseDeviations[c]);
                right[c] = w - left[c];
            }
        }
    }

    private double gain(double impurity) {
        double l = 0;
        double r = 0;
        for (int c = 0; c < left.length; c++) {
            l += left[c];
            r += right[c];
        }
        double all = l + r;
        if (!(l > LEAST_SHARE * all && r > LEAST_SHARE * all)) {
            return Double.NEGATIVE_INFINITY;
        }
        return impurity - (criterion.mass(left, l) + criterion.mass(right, r)) / all;
    }

    private void nominal(double[] @Nullable [] stats, int at, int values, int j, double impurity) {
        double bestGain = Double.NEGATIVE_INFINITY;
        double best = 0;
        double mass = 0;
        double all = 0;
        int branches = 0;
        for (int v = 0; v < values; v++) {
            double in = equals(stats, at, values, v);
            all += in;
            mass += criterion.mass(left, in);
            double gain = gain(impurity);
            if (gain > bestGain) {
                bestGain = gain;
                best = v;
            }
        }
        for (int v = 0; v < values; v++) {
            branches += equals(stats, at, values, v) > LEAST_SHARE * all ? 1 : 0;
        }
        double each = branches < 2 || values > MOST_BRANCHES ? Double.NEGATIVE_INFINITY : impurity - mass / all;
        if (each >= bestGain) {
            offer(j, Test.EACH, 0, each);
        } else {
            offer(j, Test.EQUALS, best, bestGain);
        }
    }

    private double equals(double[] @Nullable [] stats, int at, int values, int v) {
        double in = 0;
        for (int c = 0; c < stats.length; c++) {
            double[] s = stats[c];
            left[c] = s == null ? 0 : s[at + v];
            right[c] = s == null ? 0 : s[at + values] - left[c];
            in += left[c];
        }
        return in;
    }

    /** Class weights of each branch of the best test. */
    double[][] children(ClassLeaf leaf, double[] @Nullable [] stats) {
        Observed observed = leaf.observed;
        int at = observed.offsets[slot];
        int values = observed.cardinalities[slot];
        switch (test) {
            case AT_MOST -> {
                for (int c = 0; c < stats.length; c++) {
                    double[] s = stats[c];
                    inverseDeviations[c] = s == null ? 0 : Math.sqrt(2 * Math.PI * s[at + ClassLeaf.PRECISION]);
                }
                divide(stats, at, value);
            }
            case EQUALS -> equals(stats, at, values, (int) value);
            case EACH -> {
                double[][] children = new double[values][];
                for (int v = 0; v < values; v++) {
                    equals(stats, at, values, v);
                    children[v] = left.clone();
                }
                return children;
            }
        }
        return new double[][] {left.clone(), right.clone()};
    }
}
