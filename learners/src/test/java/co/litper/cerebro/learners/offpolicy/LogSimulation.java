package co.litper.cerebro.learners.offpolicy;

import java.util.SplittableRandom;

/** A small world with known values: 200 contexts, 5 arms, a wary logging policy and a bold one to judge. */
final class LogSimulation {
    private static final int CONTEXTS = 200;
    private static final int ARMS = 5;

    private final double[][] means = new double[CONTEXTS][ARMS];
    private final double[][] model = new double[CONTEXTS][ARMS];
    private final double[][] logging = new double[CONTEXTS][ARMS];
    private final double[][] target = new double[CONTEXTS][ARMS];
    private double mean;

    LogSimulation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int c = 0; c < CONTEXTS; c++) {
            double ofLogging = 0;
            double ofTarget = 0;
            for (int a = 0; a < ARMS; a++) {
                means[c][a] = random.nextDouble();
                model[c][a] = Math.max(0, Math.min(1, means[c][a] + 0.15 * random.nextGaussian()));
                logging[c][a] = Math.exp(2 * (means[c][a] + 0.5 * random.nextGaussian()));
                target[c][a] = Math.exp(6 * means[c][a]);
                ofLogging += logging[c][a];
                ofTarget += target[c][a];
            }
            for (int a = 0; a < ARMS; a++) {
                logging[c][a] = 0.05 / ARMS + 0.95 * logging[c][a] / ofLogging;
                target[c][a] /= ofTarget;
            }
        }
    }

    /** Value of the policy to judge. */
    double truth() {
        double sum = 0;
        for (int c = 0; c < CONTEXTS; c++) {
            for (int a = 0; a < ARMS; a++) {
                sum += target[c][a] * means[c][a] / CONTEXTS;
            }
        }
        return sum;
    }

    LoggedRounds log(int rounds, long seed) {
        return log(rounds, seed, target);
    }

    LoggedRounds logOfItself(int rounds, long seed) {
        return log(rounds, seed, logging);
    }

    /** Mean reward of the log made last. */
    double meanReward() {
        return mean;
    }

    private LoggedRounds log(int rounds, long seed, double[][] judged) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] actions = new int[rounds];
        double[] rewards = new double[rounds];
        double[][][] columns = new double[3][rounds][];
        mean = 0;
        for (int i = 0; i < rounds; i++) {
            int c = random.nextInt(CONTEXTS);
            double left = random.nextDouble() - logging[c][0];
            while (left >= 0 && actions[i] < ARMS - 1) {
                left -= logging[c][++actions[i]];
            }
            rewards[i] = random.nextDouble() < means[c][actions[i]] ? 1 : 0;
            mean += rewards[i] / rounds;
            columns[0][i] = logging[c];
            columns[1][i] = judged[c];
            columns[2][i] = model[c];
        }
        return LoggedRounds.ofDistributions(actions, rewards, columns[0], columns[1], columns[2]);
    }
}
