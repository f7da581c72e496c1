package co.litper.cerebro.learners.evaluate;

import java.util.Arrays;

/** Figures of merit over predictions and truths of equal length. Pure functions. */
public final class Metrics {
    /** Probabilities are cut this far from 0 and 1, so that one confident mistake is not infinite. */
    private static final double LEAST_PROBABILITY = 1e-15;

    private Metrics() {}

    /**
     * Area under the ROC curve: the chance that a positive scores above a negative, ties counting half; exact, by ranks.
     * NaN if there are no positives or no negatives. O(n log n).
     */
    public static double auc(double[] scores, boolean[] positive) {
        requireEqual(scores.length, positive.length);
        int n = scores.length;
        double[] up = new double[n];
        int positives = 0;
        for (int i = 0; i < n; i++) {
            if (positive[i]) {
                up[positives++] = scores[i];
            }
        }
        double[] down = new double[n - positives];
        int negatives = 0;
        for (int i = 0; i < n; i++) {
            if (!positive[i]) {
                down[negatives++] = scores[i];
            }
        }
        up = Arrays.copyOf(up, positives);
        Arrays.sort(up);
        Arrays.sort(down);
        return wins(up, down) / ((double) positives * negatives);
    }

    /** Pairs won by {@code up}, ties half; both sorted. */
    private static double wins(double[] up, double[] down) {
        double wins = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : up) {
            while (below < down.length && down[below] < score) {
                below++;
            }
            while (notAbove < down.length && down[notAbove] <= score) {
                notAbove++;
            }
            wins += below + 0.5 * (notAbove - below);
        }
        return wins;
    }

    /** Mean absolute error. */
    public static double meanAbsoluteError(double[] predictions, double[] truths) {
        requireEqual(predictions.length, truths.length);
        double sum = 0;
        for (int i = 0; i < truths.length; i++) {
            sum += Math.abs(predictions[i] - truths[i]);
        }
        return sum / truths.length;
    }

    /** Mean negative log-likelihood of probabilities, in nats. */
    public static double logLoss(double[] probabilities, boolean[] positive) {
        requireEqual(probabilities.length, positive.length);
        double sum = 0;
        for (int i = 0; i < positive.length; i++) {
            double p = positive[i] ? probabilities[i] : 1 - probabilities[i];
            sum -= Math.log(Math.max(LEAST_PROBABILITY, p));
        }
        return sum / positive.length;
    }

    private static void requireEqual(int predictions, int truths) {
        if (predictions != truths) {
            throw new IllegalArgumentException(predictions + " predictions and " + truths + " truths");
        }
    }
}
