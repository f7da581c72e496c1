package co.litper.cerebro.learners.bandit;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * What rewards say about one set of weights: sums that add up over workers, and the belief that follows from them. Owned by
 * one thread; O(d²) a reward, O(d × nonzero) a score, memory 2 d².
 *
 * <p>Bayesian ridge regression: precision λI + S with S = Σ v x xᵀ, mean (λI + S)⁻¹ r with r = Σ v z x. A logistic reward
 * enters as the working response z of one Newton step with v = p (1 − p), which is also a sum. The inverse is kept by
 * Sherman–Morrison and computed afresh every {@link #REFRESH} rewards, which is also when forgetting is applied: so the
 * rounding of the one and the discount of the other never pile up.
 */
final class Evidence {
    /** Rewards between two fresh inverses; large enough that O(d³) is little beside the O(d²) of each. */
    static final int REFRESH = 256;
    /** Least variance of a logistic reward used in an update: keeps a confident mistake from a step without bound. */
    private static final double LEAST_VARIANCE = 1e-2;
    /** Rewards that the first guess of the noise counts for. */
    private static final double NOISE_PRIOR = 2;

    private final int width;
    private final double ridge;
    private final double keepPerBlock;
    /** [d × d] Σ v x xᵀ, lower triangle. */
    private final double[] squares;
    /** [d] Σ v z x. */
    private final double[] products;
    /** [d × d] (λI + S)⁻¹, symmetric. */
    private final double[] inverse;

    private final double[] mean;
    private double responseSquares;
    private double weight;
    private long rewards;

    private final double[] gain;
    private final int[] nonzero;

    /**
     * No evidence.
     *
     * @param ridge λ, above 0
     * @param memoryRewards rewards after which old ones count 1/e; infinity never forgets
     */
    Evidence(int width, double ridge, double memoryRewards) {
        this.width = width;
        this.ridge = ridge;
        this.keepPerBlock = Math.exp(-REFRESH / memoryRewards);
        squares = new double[width * width];
        products = new double[width];
        inverse = new double[width * width];
        mean = new double[width];
        gain = new double[width];
        nonzero = new int[width];
        for (int i = 0; i < width; i++) {
            inverse[i * width + i] = 1 / ridge;
        }
    }

    double score(float[] row) {
        double score = 0;
        for (int i = 0; i < width; i++) {
            score += mean[i] * row[i];
        }
        return score;
    }

    /** rowᵀ (λI + S)⁻¹ other, in units of the noise's variance. */
    double covariance(float[] row, float[] other) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            if (row[i] != 0) {
                double along = 0;
                for (int j = 0; j < width; j++) {
                    along += inverse[i * width + j] * other[j];
                }
                sum += row[i] * along;
            }
        }
        return sum;
    }

    double variance(float[] row) {
        int n = scan(row);
        double sum = 0;
        for (int a = 0; a < n; a++) {
            int i = nonzero[a];
            double along = 0;
            for (int b = 0; b < a; b++) {
                along += inverse[i * width + nonzero[b]] * row[nonzero[b]];
            }
            sum += row[i] * (2 * along + inverse[i * width + i] * row[i]);
        }
        return Math.max(0, sum);
    }

    /** Variance of the noise of a linear reward, from a first guess of its deviation. */
    double noise(double guess) {
        double left = responseSquares;
        for (int i = 0; i < width; i++) {
            left -= mean[i] * products[i];
        }
        return (NOISE_PRIOR * guess * guess + Math.max(0, left)) / (NOISE_PRIOR + weight);
    }

    /** Learns that {@code row} had the response {@code target}: a number, before the prior was added. */
    void learnLinear(float[] row, double target, double caseWeight) {
        learn(row, target, caseWeight, caseWeight);
    }

    /** Learns that {@code row} had {@code share} (0 to 1), where the score is log-odds beside {@code offset}. */
    void learnLogistic(float[] row, double share, double offset, double caseWeight) {
        double score = score(row);
        double p = 1 / (1 + Math.exp(-score - offset));
        double variance = Math.max(LEAST_VARIANCE, p * (1 - p));
        learn(row, score + (share - p) / variance, variance * caseWeight, caseWeight);
    }

    private void learn(float[] row, double response, double information, double caseWeight) {
        int n = scan(row);
        double score = score(row);
        double along = 0;
        Arrays.fill(gain, 0);
        for (int a = 0; a < n; a++) {
            int i = nonzero[a];
            double x = row[i];
            for (int j = 0; j < width; j++) {
                gain[j] += inverse[i * width + j] * x;
            }
            products[i] += information * response * x;
            for (int b = 0; b <= a; b++) {
                squares[i * width + nonzero[b]] += information * x * row[nonzero[b]];
            }
        }
        for (int a = 0; a < n; a++) {
            along += gain[nonzero[a]] * row[nonzero[a]];
        }
        double shrink = information / (1 + information * along);
        double pull = shrink * (response - score);
        for (int i = 0; i < width; i++) {
            mean[i] += gain[i] * pull;
            double g = shrink * gain[i];
            for (int j = 0; j <= i; j++) {
                double c = inverse[i * width + j] - g * gain[j];
                inverse[i * width + j] = c;
                inverse[j * width + i] = c;
            }
        }
        responseSquares += information * response * response;
        weight += caseWeight;
        rewards++;
        if (rewards % REFRESH == 0) {
            scale(keepPerBlock);
            refresh();
        }
    }

    private int scan(float[] row) {
        int n = 0;
        for (int i = 0; i < width; i++) {
            if (row[i] != 0) {
                nonzero[n++] = i;
            }
        }
        return n;
    }

    private void scale(double factor) {
        if (factor < 1) {
            for (int i = 0; i < squares.length; i++) {
                squares[i] *= factor;
            }
            for (int i = 0; i < width; i++) {
                products[i] *= factor;
            }
            responseSquares *= factor;
            weight *= factor;
        }
    }

    /** Adds {@code sign} times another's sums; call {@link #refresh()} after the last. */
    void add(Evidence other, int sign) {
        for (int i = 0; i < squares.length; i++) {
            squares[i] += sign * other.squares[i];
        }
        for (int i = 0; i < width; i++) {
            products[i] += sign * other.products[i];
        }
        responseSquares += sign * other.responseSquares;
        weight += sign * other.weight;
        rewards += sign * other.rewards;
    }

    /** Computes the belief afresh from the sums. O(d³). */
    void refresh() {
        System.arraycopy(squares, 0, inverse, 0, squares.length);
        for (int i = 0; i < width; i++) {
            inverse[i * width + i] += ridge;
        }
        SymmetricInverse.invert(inverse, width);
        for (int i = 0; i < width; i++) {
            double sum = 0;
            for (int j = 0; j < width; j++) {
                sum += inverse[i * width + j] * products[j];
            }
            mean[i] = sum;
        }
    }

    long rewards() {
        return rewards;
    }

    void write(SnapshotWriter out) {
        out.int64(rewards).float64(weight).float64(responseSquares).doubles(products);
        out.doubles(mean).doubles(lower(squares)).doubles(lower(inverse));
    }

    static Evidence read(SnapshotReader in, int width, double ridge, double memoryRewards) {
        Evidence evidence = new Evidence(width, ridge, memoryRewards);
        evidence.rewards = in.int64();
        evidence.weight = in.float64();
        evidence.responseSquares = in.float64();
        take(in.doubles(), evidence.products);
        take(in.doubles(), evidence.mean);
        evidence.unfold(in.doubles(), evidence.squares);
        evidence.unfold(in.doubles(), evidence.inverse);
        return evidence;
    }

    Evidence copy(double memoryRewards) {
        Evidence copy = new Evidence(width, ridge, memoryRewards);
        copy.rewards = rewards;
        copy.weight = weight;
        copy.responseSquares = responseSquares;
        take(products, copy.products);
        take(mean, copy.mean);
        take(squares, copy.squares);
        take(inverse, copy.inverse);
        return copy;
    }

    private static void take(double[] from, double[] to) {
        if (from.length != to.length) {
            throw new SnapshotException("snapshot has " + from.length + " numbers where " + to.length + " belong");
        }
        System.arraycopy(from, 0, to, 0, to.length);
    }

    private double[] lower(double[] matrix) {
        double[] lower = new double[width * (width + 1) / 2];
        for (int i = 0, at = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                lower[at++] = matrix[i * width + j];
            }
        }
        return lower;
    }

    private void unfold(double[] lower, double[] matrix) {
        if (lower.length != width * (width + 1) / 2) {
            throw new SnapshotException("snapshot has a triangle of " + lower.length + " for width " + width);
        }
        for (int i = 0, at = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * width + j] = lower[at];
                matrix[j * width + i] = lower[at++];
            }
        }
    }
}
