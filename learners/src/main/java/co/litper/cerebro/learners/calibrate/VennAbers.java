package co.litper.cerebro.learners.calibrate;

import java.util.Arrays;

/**
 * Two probabilities for a score, one of which is calibrated whatever the distribution: the isotonic fits with the new case taken
 * for a failure and for a success. Immutable and thread-safe; O(log cases) a score, O(cases²) to make, cases at most
 * {@value #MOST}.
 *
 * <p>V. Vovk, I. Petej and V. Fedorova, "Large-scale probabilistic predictors with and without guarantees of validity", NeurIPS
 * 2015, the inductive form. Departure: both fits are made for every place that a new score can take, so that a score costs a search.
 * Made by {@link OnlineCalibrator#vennAbers()}.
 */
public final class VennAbers {
    /** Cases at most: 4 million steps to make, some 10 ms. Of more the newest are taken. */
    public static final int MOST = 1_024;

    private final double[] scores;
    /** [2 × scores + 1]: place 2i lies before score i, place 2i + 1 upon it. */
    private final double[] lows;

    private final double[] highs;

    /**
     * What one case's score says.
     *
     * @param low probability if the case were a failure
     * @param high probability if it were a success, not below {@code low}
     */
    public record Bounds(double low, double high) {
        /** One probability that minimises the regret under log loss. */
        public double probability() {
            return high / (1 - low + high);
        }
    }

    /** Of cases by rising score; equal scores are one place. */
    VennAbers(double[] sorted, double[] outcomes) {
        int n = sorted.length;
        double[] distinct = new double[n];
        double[] sums = new double[n];
        double[] sizes = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (count == 0 || distinct[count - 1] != sorted[i]) {
                distinct[count++] = sorted[i];
            }
            sums[count - 1] += outcomes[i];
            sizes[count - 1]++;
        }
        scores = Arrays.copyOf(distinct, count);
        lows = new double[2 * count + 1];
        highs = new double[2 * count + 1];
        Pools pools = new Pools(count + 1);
        for (int place = 0; place < lows.length; place++) {
            lows[place] = pools.fit(sums, sizes, count, place, 0);
            highs[place] = pools.fit(sums, sizes, count, place, 1);
        }
    }

    /** The two probabilities of a score in log-odds; 0 and 1 while there are no cases. */
    public Bounds at(double logOdds) {
        int at = Arrays.binarySearch(scores, logOdds);
        int place = at >= 0 ? 2 * at + 1 : 2 * (-at - 1);
        return new Bounds(lows[place], highs[place]);
    }

    /** Pool-adjacent-violators over counts, with one case more. */
    private static final class Pools {
        private final double[] means;
        private final double[] weights;
        private int size;

        Pools(int most) {
            means = new double[most];
            weights = new double[most];
        }

        /** The fitted rate at the place of the case that was added. */
        double fit(double[] sums, double[] sizes, int count, int place, double outcome) {
            size = 0;
            boolean between = place % 2 == 0;
            double before = 0;
            for (int i = 0; i <= count; i++) {
                if (between && 2 * i == place) {
                    push(outcome, 1);
                    before = total(count);
                }
                if (i < count) {
                    boolean upon = 2 * i + 1 == place;
                    push((sums[i] + (upon ? outcome : 0)) / (sizes[i] + (upon ? 1 : 0)), sizes[i] + (upon ? 1 : 0));
                    before = upon ? total(count) : before;
                }
            }
            return rateAt(before);
        }

        private void push(double mean, double weight) {
            means[size] = mean;
            weights[size++] = weight;
            while (size > 1 && means[size - 2] >= means[size - 1]) {
                double both = weights[size - 2] + weights[size - 1];
                means[size - 2] = (means[size - 2] * weights[size - 2] + means[size - 1] * weights[size - 1]) / both;
                weights[size - 2] = both;
                size--;
            }
        }

        /** Cases so far. */
        private double total(int count) {
            double sum = 0;
            for (int i = 0; i < size && i <= count; i++) {
                sum += weights[i];
            }
            return sum;
        }

        /** Rate of the pool that holds the case before which and with which there are {@code upTo} cases. */
        private double rateAt(double upTo) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += weights[i];
                if (sum >= upTo) {
                    return means[i];
                }
            }
            return means[size - 1];
        }
    }
}
