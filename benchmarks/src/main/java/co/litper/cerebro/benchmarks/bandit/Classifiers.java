package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.learners.offpolicy.RewardModel;
import java.util.Arrays;

/** Two different classifiers to make policies of: a linear one and the nearest neighbour. */
final class Classifiers {
    private static final RewardModel.Settings RIDGE = new RewardModel.Settings(RewardModel.Kind.LINEAR, 1);

    private Classifiers() {}

    /** One-against-all ridge regression learned on {@code train}: the class it names for every row. */
    static int[] linear(Dataset data, int[] train) {
        int classes = data.classes().size();
        RewardModel[] models = new RewardModel[classes];
        for (int c = 0; c < classes; c++) {
            double[] is = new double[data.size()];
            for (int i = 0; i < is.length; i++) {
                is[i] = data.labels()[i] == c ? 1 : 0;
            }
            models[c] = RewardModel.fit(data.features(), is, train, RIDGE);
        }
        int[] named = new int[data.size()];
        for (int i = 0; i < named.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                double score = models[c].predict(data.features()[i]);
                if (score > best) {
                    best = score;
                    named[i] = c;
                }
            }
        }
        return named;
    }

    /** The class of the row of {@code train} that lies nearest, for each row of {@code wanted}; 0 for the others. */
    static int[] nearest(Dataset data, int[] train, int[] wanted) {
        int[] named = new int[data.size()];
        Arrays.stream(wanted).parallel().forEach(i -> {
            double least = Double.POSITIVE_INFINITY;
            for (int other : train) {
                double distance = distance(data.features()[i], data.features()[other], least);
                if (other != i && distance < least) {
                    least = distance;
                    named[i] = data.labels()[other];
                }
            }
        });
        return named;
    }

    /** Squared, given up beyond {@code most}. */
    private static double distance(float[] a, float[] b, double most) {
        double sum = 0;
        for (int i = 0; i < a.length && sum < most; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
