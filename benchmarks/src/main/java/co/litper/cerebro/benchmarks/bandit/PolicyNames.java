package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.learners.bandit.BanditSettings;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.bandit.Policy;
import co.litper.cerebro.learners.bandit.Reward;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The policies that can be named on the command line. Their parameters are fixed here, relative to the range of rewards, and
 * the same for every file.
 */
final class PolicyNames {
    /** The one taken when none is named. */
    static final String USUAL = "linear-ts";

    /** ε of the floor and of ε-greedy. */
    private static final double RATE = 0.05;
    /** Rate at which optimistic and soft choices are drawn from all arms. */
    private static final double TRACE = 0.01;
    /** γ of SquareCB after the first reward, per range of rewards. */
    private static final double GAMMA = 10;
    /** Narrower than the posterior, as O. Chapelle and L. Li (NIPS 2011) found best: Laplace's width overstates doubt. */
    private static final double LOGISTIC_SCALE = 0.5;
    /** Draws where a sampler has no closed form; none of these policies needs them. */
    private static final int SAMPLES = 1_024;

    private PolicyNames() {}

    /** Settings by name, for a game. */
    static SequencedMap<String, Function<Game, BanditSettings>> all() {
        SequencedMap<String, Function<Game, BanditSettings>> all = new LinkedHashMap<>();
        all.put("linear-ts", g -> linear(g).with(new Policy.Thompson(1, 0, SAMPLES)));
        all.put("logistic-ts", g -> logistic(g).with(new Policy.Thompson(LOGISTIC_SCALE, 0, SAMPLES)));
        all.put("linucb", g -> linear(g).with(new Policy.Optimistic(1, new Explorer.EpsilonGreedy(TRACE))));
        all.put("squarecb", g -> linear(g).with(new Policy.InverseGap(GAMMA / range(g), 0.5)));
        all.put("softmax", g -> linear(g).with(new Policy.Explore(new Explorer.Softmax(range(g) * RATE, TRACE))));
        all.put("epsilon-greedy", PolicyNames::floor);
        return all;
    }

    /** ε-greedy over the linear model: what the others must beat. */
    static BanditSettings floor(Game game) {
        return linear(game).with(new Policy.Explore(new Explorer.EpsilonGreedy(RATE)));
    }

    private static double range(Game game) {
        return game.most() - game.least();
    }

    private static BanditSettings linear(Game game) {
        return BanditSettings.linear(game.data().width())
                .with(new Reward.Linear(0, range(game) / 4))
                .withRidge(1);
    }

    private static BanditSettings logistic(Game game) {
        double prior = Math.max(0, game.least() + range(game) / (2 * game.arms()));
        return BanditSettings.logistic(game.data().width(), game.least(), game.most())
                .with(new Reward.Logistic(game.least(), game.most(), prior))
                .withRidge(1);
    }
}
