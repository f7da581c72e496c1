package co.litper.cerebro.message;

import co.litper.cerebro.learners.linear.AdaGradLearner;
import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.linear.Loss;
import java.util.ArrayList;
import java.util.List;

/** One linear model for each class, taught by the same rows in a fixed order. Immutable once taught; O(classes × width). */
final class OneAgainstRest {
    /** Passes over some two hundred messages; more did not help on seeds held out. */
    private static final int PASSES = 12;

    private static final AdaGradLearner.Settings SETTINGS = new AdaGradLearner.Settings(0.3, 1e-3, 1e-5);

    private final List<LinearModel> models;

    private OneAgainstRest(List<LinearModel> models) {
        this.models = models;
    }

    /**
     * Learns.
     *
     * @param rows one a message, [messages × width]
     * @param classes the class of each, 0 to {@code count} - 1
     */
    static OneAgainstRest of(List<float[]> rows, int[] classes, int count) {
        List<LinearModel> models = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            AdaGradLearner learner = new AdaGradLearner(Words.WIDTH, new Loss.Logistic(), SETTINGS);
            for (int pass = 0; pass < PASSES; pass++) {
                for (int i = 0; i < rows.size(); i++) {
                    learner.update(rows.get(i), classes[i] == c ? 1 : 0, 1);
                }
            }
            models.add(learner.model());
        }
        return new OneAgainstRest(models);
    }

    /** The score of each class: higher is likelier. */
    double[] scores(float[] row) {
        return models.stream().mapToDouble(m -> m.score(row)).toArray();
    }

    /** The class with the highest score. */
    static int best(double[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }

    /** How far the best score is above the second. */
    static double margin(double[] scores) {
        int best = best(scores);
        double second = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            second = c == best ? second : Math.max(second, scores[c]);
        }
        return scores[best] - second;
    }
}
