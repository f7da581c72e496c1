package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.StreamSchema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf saw of each class: a Gaussian for each numeric feature, counts for each nominal value. A class costs memory
 * from its first row on. A sleeping leaf has class weights only.
 *
 * <p>Statistics of a class are one {@code double[]}, laid out by {@link Observed}: {@link #STRIDE} numbers a numeric feature,
 * cardinality + 1 a nominal one, the last being their sum.
 */
final class ClassLeaf {
    static final int WEIGHT = 0;
    static final int MEAN = 1;
    /** Sum of squared deviations from the mean. */
    static final int SQUARES = 2;

    static final int LEAST = 3;
    static final int MOST = 4;
    /** 1 / (2π variance), 0 while the variance is 0. */
    static final int PRECISION = 5;

    static final int STRIDE = 6;

    /** Standard deviations, at most √weight each, by which a constant guess must win before a leaf begins anew. */
    private static final double OUTDATED_DEVIATIONS = 6;

    private static final double TWO_PI = 2 * Math.PI;
    /** Precision at most, so that products of a few stay finite. */
    private static final double MOST_PRECISION = 1e60;
    /** Products beyond this, or below its inverse, are turned into logarithms and begun anew. */
    private static final double LARGE = 1e120;
    /** Below it an exponential is 0. */
    private static final double LEAST_EXPONENT = -700;

    final Observed observed;
    final double[] weights;
    double @Nullable [] @Nullable [] stats;
    double total;
    double attemptedAt;
    double majorityRight;
    double bayesRight;
    /** Whether a row was learned here: before it, features say nothing. */
    private boolean touched;
    /** Class weights since the last look for a split, and the part of them that was predicted rightly. */
    private final double[] recent;

    private double recentRight;

    ClassLeaf(Observed observed, double[] weights) {
        this.observed = observed;
        this.weights = weights;
        this.recent = new double[weights.length];
        this.stats = new double[weights.length][];
        for (double w : weights) {
            total += w;
        }
        attemptedAt = total;
    }

    boolean isAwake() {
        return stats != null;
    }

    void sleep() {
        stats = null;
    }

    void wake() {
        stats = new double[weights.length][];
        touched = false;
        attemptedAt = total;
    }

    /** Weight that the majority does not explain: what splitting could gain. */
    double promise() {
        return total - weights[majority()];
    }

    int majority() {
        int best = 0;
        for (int c = 1; c < weights.length; c++) {
            if (weights[c] > weights[best]) {
                best = c;
            }
        }
        return best;
    }

    boolean isPure() {
        int seen = 0;
        for (double w : weights) {
            if (w > 0 && ++seen > 1) {
                return false;
            }
        }
        return true;
    }

    void observe(double[] row, int label, double weight) {
        weights[label] += weight;
        total += weight;
        double[] @Nullable [] all = stats;
        if (all == null) {
            return;
        }
        touched = true;
        double[] s = all[label];
        if (s == null) {
            s = observed.empty();
            all[label] = s;
        }
        int[] features = observed.features;
        int[] offsets = observed.offsets;
        for (int j = 0; j < features.length; j++) {
            double v = row[features[j]];
            if (Double.isNaN(v)) {
                continue;
            }
            int at = offsets[j];
            if (observed.cardinalities[j] == 0) {
                number(s, at, v, weight);
            } else {
                s[at + (int) v] += weight;
                s[offsets[j + 1] - 1] += weight;
            }
        }
    }

    void judge(int label, boolean right, double weight) {
        recent[label] += weight;
        recentRight += right ? weight : 0;
    }

    /**
     * Begins anew with the recent class weights if a constant guess would have beaten what was predicted since the last look
     * by more than chance: then what was learned before is of another concept.
     */
    boolean forgetIfOutdated() {
        double sum = 0;
        double most = 0;
        for (double w : recent) {
            sum += w;
            most = Math.max(most, w);
        }
        boolean outdated = most - recentRight > OUTDATED_DEVIATIONS * Math.sqrt(sum);
        if (outdated) {
            System.arraycopy(recent, 0, weights, 0, recent.length);
            total = sum;
            wake();
            majorityRight = 0;
            bayesRight = 0;
        }
        Arrays.fill(recent, 0);
        recentRight = 0;
        return outdated;
    }

    private static void number(double[] s, int at, double v, double weight) {
        double sum = s[at + WEIGHT] + weight;
        double off = v - s[at + MEAN];
        double mean = s[at + MEAN] + off * weight / sum;
        double squares = s[at + SQUARES] + weight * off * (v - mean);
        s[at + WEIGHT] = sum;
        s[at + MEAN] = mean;
        s[at + SQUARES] = squares;
        s[at + LEAST] = Math.min(s[at + LEAST], v);
        s[at + MOST] = Math.max(s[at + MOST], v);
        s[at + PRECISION] = sum > 1 && squares > 0 ? Math.min(MOST_PRECISION, (sum - 1) / (TWO_PI * squares)) : 0;
    }

    /** Naive Bayes: writes the log-likelihood of each class, −∞ where it is impossible, and returns the likeliest, or −1 if all are. */
    int bayes(double[] row, double[] scores) {
        int best = -1;
        for (int c = 0; c < weights.length; c++) {
            double score = score(row, c);
            scores[c] = score;
            if (score > Double.NEGATIVE_INFINITY && (best < 0 || score > scores[best])) {
                best = c;
            }
        }
        return best;
    }

    private double score(double[] row, int c) {
        double w = weights[c];
        if (!(w > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (!touched || stats == null) {
            return Math.log(w);
        }
        double[] s = stats[c];
        if (s == null) {
            return Double.NEGATIVE_INFINITY;
        }
        int[] features = observed.features;
        int[] offsets = observed.offsets;
        int[] cardinalities = observed.cardinalities;
        double logs = 0;
        double product = w / total * (w / total);
        double distance = 0;
        for (int j = 0; j < features.length; j++) {
            double v = row[features[j]];
            if (Double.isNaN(v)) {
                continue;
            }
            int at = offsets[j];
            if (cardinalities[j] == 0) {
                double precision = s[at + PRECISION];
                double off = v - s[at + MEAN];
                if (precision == 0) {
                    if (off != 0 || s[at + WEIGHT] == 0) {
                        return Double.NEGATIVE_INFINITY;
                    }
                    continue;
                }
                product *= precision;
                distance += off * off * precision;
            } else {
                double p = (s[at + (int) v] + 1) / (s[offsets[j + 1] - 1] + cardinalities[j]);
                product *= p * p;
            }
            if (product > LARGE || product < 1 / LARGE) {
                logs += Math.log(product);
                product = 1;
            }
        }
        return 0.5 * (logs + Math.log(product)) - Math.PI * distance;
    }

    /** Turns scores into probabilities. */
    static void exponentiate(double[] scores, double largest) {
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            double off = scores[c] - largest;
            scores[c] = off == 0 ? 1 : off < LEAST_EXPONENT ? 0 : Math.exp(off);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
    }

    void write(SnapshotWriter out) {
        observed.write(out);
        out.doubles(weights).float64(attemptedAt).float64(majorityRight).float64(bayesRight);
        out.doubles(recent).float64(recentRight);
        out.float64(total).int32(touched ? 1 : 0).int32(stats == null ? 0 : 1);
        if (stats != null) {
            for (double[] s : stats) {
                if (s == null) {
                    out.int32(0);
                } else {
                    out.doubles(s);
                }
            }
        }
    }

    static ClassLeaf read(SnapshotReader in, Observed all, StreamSchema schema) {
        int classes = schema.classes();
        Observed observed = Observed.read(in, all, schema);
        double[] weights = in.doubles();
        if (weights.length != classes) {
            throw new SnapshotException("leaf has weights of " + weights.length + " classes, the schema " + classes);
        }
        ClassLeaf leaf = new ClassLeaf(observed, weights);
        leaf.attemptedAt = in.float64();
        leaf.majorityRight = in.float64();
        leaf.bayesRight = in.float64();
        if (in.doublesInto(leaf.recent) != classes) {
            throw new SnapshotException("leaf has recent weights of too few classes");
        }
        leaf.recentRight = in.float64();
        leaf.total = in.float64();
        leaf.touched = in.int32() != 0;
        if (in.int32() == 0) {
            leaf.sleep();
            return leaf;
        }
        double[] @Nullable [] stats = new double[classes][];
        for (int c = 0; c < classes; c++) {
            double[] s = in.doubles();
            if (s.length != 0 && s.length != observed.length()) {
                throw new SnapshotException("leaf has " + s.length + " statistics, " + observed.length() + " fit");
            }
            if (s.length != 0) {
                stats[c] = s;
            }
        }
        leaf.stats = stats;
        return leaf;
    }
}
