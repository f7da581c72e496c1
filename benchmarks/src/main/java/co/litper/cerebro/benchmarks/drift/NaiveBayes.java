package co.litper.cerebro.benchmarks.drift;

import co.litper.cerebro.learners.stream.StreamSchema;
import java.util.HashMap;
import java.util.Map;

/**
 * The base learner whose errors feed the detector: naive Bayes with a normal distribution for each number and counts for each
 * word, as in the published set-up of the detectors judged here.
 */
final class NaiveBayes {
    /** Least variance, so that a constant column says nothing instead of everything. */
    private static final double LEAST_VARIANCE = 1e-9;

    private final StreamSchema schema;
    private final double[] counts;
    private final double[][] seen;
    private final double[][] means;
    private final double[][] squares;
    private final Map<Long, Integer> words = new HashMap<>();

    NaiveBayes(StreamSchema schema) {
        this.schema = schema;
        counts = new double[schema.classes()];
        seen = new double[schema.classes()][schema.width()];
        means = new double[schema.classes()][schema.width()];
        squares = new double[schema.classes()][schema.width()];
    }

    /** The likeliest class; the first while nothing is known. */
    int predict(double[] row) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < counts.length; k++) {
            double score = Math.log(counts[k]);
            for (int c = 0; c < row.length && counts[k] > 0; c++) {
                score += evidence(k, c, row[c]);
            }
            if (score > most) {
                most = score;
                best = k;
            }
        }
        return best;
    }

    private double evidence(int k, int c, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        if (schema.isNominal(c)) {
            int count = words.getOrDefault(key(k, c, value), 0);
            return Math.log((count + 1.0) / (seen[k][c] + 2));
        }
        double variance = seen[k][c] < 2 ? 1 : Math.max(LEAST_VARIANCE, squares[k][c] / (seen[k][c] - 1));
        double off = value - means[k][c];
        return -0.5 * (Math.log(variance) + off * off / variance);
    }

    void learn(double[] row, int label) {
        counts[label]++;
        for (int c = 0; c < row.length; c++) {
            if (Double.isNaN(row[c])) {
                continue;
            }
            seen[label][c]++;
            if (schema.isNominal(c)) {
                words.merge(key(label, c, row[c]), 1, Integer::sum);
            } else {
                double off = row[c] - means[label][c];
                means[label][c] += off / seen[label][c];
                squares[label][c] += off * (row[c] - means[label][c]);
            }
        }
    }

    private long key(int k, int c, double word) {
        return ((long) word * schema.width() + c) * counts.length + k;
    }
}
