package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.learners.offpolicy.LoggedRounds;
import co.litper.cerebro.learners.offpolicy.RewardModel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A classification file turned into logs of a bandit (Dudík, Langford and Li, ICML 2011; parameters as in the Open Bandit
 * Pipeline's example): the policy that acts names the class of a linear classifier with probability α and any class
 * otherwise, the policy to judge that of the nearest neighbour; the reward is 1 if the class is right.
 */
final class ClassificationLog {
    /** Share of rows on which classifiers learn; the rest is logged. */
    private static final double TRAIN = 0.3;
    /** α of the policy that acts. */
    private static final double ACTS = 0.8;
    /** α of the policy to judge. */
    private static final double JUDGED = 0.9;
    /** More rows than these are not used: the nearest neighbour looks at all pairs. */
    private static final int MOST_ROWS = 6_000;

    private static final int FOLDS = 3;
    private static final RewardModel.Settings MODEL = new RewardModel.Settings(RewardModel.Kind.LOGISTIC, 1);

    private final Dataset data;
    private final int[] logged;
    private final int[] acts;
    private final int[] judged;

    ClassificationLog(Dataset data, long seed) {
        this.data = data;
        int[] rows = shuffled(data.size(), new SplittableRandom(seed));
        rows = Arrays.copyOf(rows, Math.min(rows.length, MOST_ROWS));
        int cut = (int) (TRAIN * rows.length);
        int[] train = Arrays.copyOf(rows, cut);
        logged = Arrays.copyOfRange(rows, cut, rows.length);
        acts = Classifiers.linear(data, train);
        judged = Classifiers.nearest(data, train, logged);
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    int size() {
        return logged.length;
    }

    /** Value of the policy to judge over the logged rows. */
    double truth() {
        return value(judged, JUDGED);
    }

    /** Value of the policy that acts. */
    double actsValue() {
        return value(acts, ACTS);
    }

    private double value(int[] named, double alpha) {
        double sum = 0;
        for (int row : logged) {
            sum += probability(named[row], data.labels()[row], alpha);
        }
        return sum / logged.length;
    }

    private double probability(int named, int arm, double alpha) {
        return (1 - alpha) / data.classes().size() + (named == arm ? alpha : 0);
    }

    /** The rows as they stand, actions drawn anew. */
    LoggedRounds sameRows(SplittableRandom random) {
        return log(logged, random);
    }

    /** Rows drawn with replacement, so that they vary as a log's rounds do; then actions. */
    LoggedRounds freshRows(SplittableRandom random) {
        int[] rows = new int[logged.length];
        Arrays.setAll(rows, _ -> logged[random.nextInt(logged.length)]);
        return log(rows, random);
    }

    private LoggedRounds log(int[] rows, SplittableRandom random) {
        int n = rows.length;
        int arms = data.classes().size();
        int[] actions = new int[n];
        double[] rewards = new double[n];
        double[][] logging = new double[n][arms];
        double[][] target = new double[n][arms];
        float[][] features = new float[n][];
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            features[i] = data.features()[row];
            for (int a = 0; a < arms; a++) {
                logging[i][a] = probability(acts[row], a, ACTS);
                target[i][a] = probability(judged[row], a, JUDGED);
            }
            actions[i] = random.nextDouble() < ACTS ? acts[row] : random.nextInt(arms);
            rewards[i] = data.labels()[row] == actions[i] ? 1 : 0;
        }
        return LoggedRounds.ofDistributions(actions, rewards, logging, target, model(features, actions, rewards, arms));
    }

    /** Reward expected of each arm of each row, from a model of that arm fitted on the other folds. */
    private static double[][] model(float[][] features, int[] actions, double[] rewards, int arms) {
        int n = rewards.length;
        double[][] expected = new double[n][arms];
        for (int a = 0; a < arms; a++) {
            int arm = a;
            int[] taken = java.util.stream.IntStream.range(0, n)
                    .filter(i -> actions[i] == arm)
                    .toArray();
            RewardModel[] models = RewardModel.crossFit(features, rewards, taken, FOLDS, MODEL);
            for (int i = 0; i < n; i++) {
                expected[i][a] = models[i % FOLDS].predict(features[i]);
            }
        }
        return expected;
    }
}
