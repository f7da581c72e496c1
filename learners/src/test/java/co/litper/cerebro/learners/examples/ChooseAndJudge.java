package co.litper.cerebro.learners.examples;

import co.litper.cerebro.learners.bandit.Bandit;
import co.litper.cerebro.learners.bandit.BanditSettings;
import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Offer;
import co.litper.cerebro.learners.bandit.Policy;
import co.litper.cerebro.learners.offpolicy.Demands;
import co.litper.cerebro.learners.offpolicy.LoggedRounds;
import co.litper.cerebro.learners.offpolicy.OffPolicy;
import co.litper.cerebro.learners.offpolicy.Refusal;
import co.litper.cerebro.learners.offpolicy.RewardModel;
import co.litper.cerebro.learners.offpolicy.RewardModel.Kind;
import co.litper.cerebro.learners.offpolicy.Verdict;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A bandit that acts and logs exact propensities, and another policy judged from its log before it is let loose.
 *
 * <p>Three carriers deliver from two kinds of town; carrier 0 is good in the first kind, carrier 1 in the second. The bandit
 * explores while it learns. Afterwards one asks of its log: what would always taking carrier 2 have earned, and what the
 * rule "0 in the first kind, 1 in the second"?
 */
public final class ChooseAndJudge {
    private static final int ROUNDS = 3_000;
    private static final long SEED = 7;
    private static final double[][] DELIVERED = {{0.9, 0.5, 0.6}, {0.4, 0.85, 0.6}};

    private ChooseAndJudge() {}

    public static void main(String[] args) {
        run(System.out);
    }

    /** Runs it and prints what was found. */
    static void run(PrintStream out) {
        SplittableRandom world = new SplittableRandom(SEED);
        Policy explores = new Policy.Thompson(1, 0.1, 1_024);
        Bandit bandit =
                new Bandit(BanditSettings.logistic(2, 0, 1).with(explores).withSeed(SEED));
        int[] towns = new int[ROUNDS];
        int[] taken = new int[ROUNDS];
        double[] rewards = new double[ROUNDS];
        double[] propensities = new double[ROUNDS];
        double earned = 0;
        for (int t = 0; t < ROUNDS; t++) {
            towns[t] = world.nextInt(2);
            float[] context = {towns[t] == 0 ? 1 : 0, towns[t]};
            Choice choice = bandit.choose(t, Offer.of(context, 0, 1, 2));
            taken[t] = choice.index();
            propensities[t] = choice.propensity();
            rewards[t] = world.nextDouble() < DELIVERED[towns[t]][taken[t]] ? 1 : 0;
            earned += rewards[t] / ROUNDS;
            bandit.reward(t, rewards[t]);
        }
        out.printf(Locale.ROOT, "the bandit earned %.3f a round%n", earned);
        double[][] always2 = {{0, 0, 1}, {0, 0, 1}};
        double[][] byTown = {{1, 0, 0}, {0, 1, 0}};
        judge("always carrier 2", log(towns, taken, rewards, propensities, always2, ROUNDS), out);
        judge("carrier by town", log(towns, taken, rewards, propensities, byTown, ROUNDS), out);
        judge("the log cut to 50", log(towns, taken, rewards, propensities, byTown, 50), out);
    }

    /** The first {@code n} rounds as a log for judging {@code policy}, [town][carrier], with a model of each pair. */
    private static LoggedRounds log(
            int[] towns, int[] taken, double[] rewards, double[] propensities, double[][] policy, int n) {
        float[][] rows = new float[n][];
        double[] targets = new double[n];
        for (int t = 0; t < n; t++) {
            rows[t] = pair(towns[t], taken[t]);
            targets[t] = policy[towns[t]][taken[t]];
        }
        double[] earned = Arrays.copyOf(rewards, n);
        RewardModel[] models = RewardModel.crossFit(rows, earned, 2, new RewardModel.Settings(Kind.LOGISTIC, 1));
        double[] logged = new double[n];
        double[] expected = new double[n];
        for (int t = 0; t < n; t++) {
            logged[t] = models[t % 2].predict(rows[t]);
            for (int arm = 0; arm < 3; arm++) {
                expected[t] += policy[towns[t]][arm] * models[t % 2].predict(pair(towns[t], arm));
            }
        }
        return LoggedRounds.of(earned, Arrays.copyOf(propensities, n), targets).withModel(logged, expected);
    }

    private static float[] pair(int town, int carrier) {
        float[] row = new float[6];
        row[town * 3 + carrier] = 1;
        return row;
    }

    private static void judge(String name, LoggedRounds log, PrintStream out) {
        for (Verdict verdict : OffPolicy.estimateAll(log, Demands.USUAL)) {
            switch (verdict) {
                case Verdict.Estimate e ->
                    out.printf(
                            Locale.ROOT,
                            "%s: %s says %.3f, %.3f to %.3f, from %.0f effective rounds%n",
                            name,
                            e.estimator().label(),
                            e.value(),
                            e.low(),
                            e.high(),
                            e.effectiveSample());
                case Verdict.Refused r -> {
                    for (Refusal reason : r.reasons()) {
                        out.printf("%s: %s refuses: %s%n", name, r.estimator().label(), reason.message());
                    }
                }
            }
        }
    }
}
