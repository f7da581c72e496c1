package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.learners.bandit.Bandit;
import co.litper.cerebro.learners.bandit.BanditSettings;
import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Offer;

/** Somebody who draws arms and is told what they paid. */
interface Player extends AutoCloseable {

    /** Draws an arm for a row by a uniform draw in [0, 1). */
    int play(int round, int row, double unit);

    /** What the arm just drawn paid. */
    void paid(int round, double reward);

    @Override
    default void close() {}

    /** Every arm alike. */
    record Uniform(int arms) implements Player {
        @Override
        public int play(int round, int row, double unit) {
            return (int) (unit * arms);
        }

        @Override
        public void paid(int round, double reward) {}
    }

    /** This library's bandit over the features of a data set. */
    final class Ours implements Player {
        private final Dataset data;
        private final long[] arms;
        private final Bandit bandit;

        Ours(Game game, BanditSettings settings) {
            this.data = game.data();
            this.bandit = new Bandit(settings);
            this.arms = new long[game.arms()];
            for (int i = 0; i < arms.length; i++) {
                arms[i] = i;
            }
        }

        @Override
        public int play(int round, int row, double unit) {
            Choice choice = bandit.choose(round, Offer.of(data.features()[row], arms), unit);
            return choice.index();
        }

        @Override
        public void paid(int round, double reward) {
            bandit.reward(round, reward);
        }
    }
}
