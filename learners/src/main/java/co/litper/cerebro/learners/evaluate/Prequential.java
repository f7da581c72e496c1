package co.litper.cerebro.learners.evaluate;

import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamRegressor;

/**
 * Test, then train: each row is predicted when it arrives and learned once its label is known. Nothing learned can have been
 * seen by the prediction that it is judged by. O(rows × learner).
 *
 * <p>J. Gama, R. Sebastião and P. P. Rodrigues, "On evaluating stream learning algorithms", Machine Learning 90, 2013; every
 * row counts alike, without fading.
 */
public final class Prequential {
    private Prequential() {}

    /**
     * What each row was predicted to be.
     *
     * @param rows judged, at least 1
     * @param right predicted correctly
     * @param kappa agreement beyond that of chance (Cohen), at most 1; 0 if chance agrees always
     */
    public record Classified(int rows, int right, double kappa) {
        /** Share of rows predicted correctly. */
        public double accuracy() {
            return (double) right / rows;
        }
    }

    /**
     * How far predictions were off, in the target's unit.
     *
     * @param rows judged, at least 1
     * @param rmse root of the mean squared error
     * @param mae mean absolute error
     */
    public record Regressed(int rows, double rmse, double mae) {}

    /**
     * Judges a classifier.
     *
     * @param rows in the order of their arrival, at least 1
     * @param labels of the rows
     * @param delay rows that arrive between a row and its label, at least 0; the labels of the last ones are never learned
     */
    public static Classified classify(StreamClassifier learner, double[][] rows, int[] labels, int delay) {
        require(rows.length, labels.length, delay);
        int classes = learner.schema().classes();
        long[] truths = new long[classes];
        long[] guesses = new long[classes];
        int right = 0;
        for (int i = 0; i < rows.length; i++) {
            int guess = learner.predict(rows[i]);
            guesses[guess]++;
            truths[labels[i]]++;
            right += guess == labels[i] ? 1 : 0;
            if (i >= delay) {
                learner.learn(rows[i - delay], labels[i - delay], 1);
            }
        }
        double chance = 0;
        for (int c = 0; c < classes; c++) {
            chance += (double) truths[c] / rows.length * guesses[c] / rows.length;
        }
        double accuracy = (double) right / rows.length;
        return new Classified(rows.length, right, chance < 1 ? (accuracy - chance) / (1 - chance) : 0);
    }

    /**
     * Judges a regressor.
     *
     * @param rows in the order of their arrival, at least 1
     * @param targets of the rows
     * @param delay rows that arrive between a row and its target, at least 0; the last targets are never learned
     */
    public static Regressed regress(StreamRegressor learner, double[][] rows, double[] targets, int delay) {
        require(rows.length, targets.length, delay);
        double squares = 0;
        double sizes = 0;
        for (int i = 0; i < rows.length; i++) {
            double off = learner.predict(rows[i]) - targets[i];
            squares += off * off;
            sizes += Math.abs(off);
            if (i >= delay) {
                learner.learn(rows[i - delay], targets[i - delay], 1);
            }
        }
        return new Regressed(rows.length, Math.sqrt(squares / rows.length), sizes / rows.length);
    }

    private static void require(int rows, int labels, int delay) {
        if (rows < 1 || rows != labels || delay < 0) {
            throw new IllegalArgumentException("rows must be at least 1 and as many as labels, delay at least 0; are "
                    + rows + ", " + labels + ", " + delay);
        }
    }
}
