package co.litper.cerebro.benchmarks.bandit;

import java.util.SplittableRandom;

/** A game's rounds under a seed: rows drawn with replacement, a coin and a player's luck for each, the same for all players. */
final class Rounds {
    private final Game game;
    private final int rounds;
    private final SplittableRandom random;
    private double reward;

    Rounds(Game game, int rounds, long seed) {
        this.game = game;
        this.rounds = rounds;
        this.random = new SplittableRandom(seed);
    }

    /** Plays them all; returns what the best arms pay on average beyond the arms taken. */
    double play(Player player) {
        double regret = 0;
        for (int t = 0; t < rounds; t++) {
            int row = random.nextInt(game.data().size());
            double coin = random.nextDouble();
            int arm = player.play(t, row, random.nextDouble());
            double paid = game.reward(row, arm, coin);
            player.paid(t, paid);
            reward += paid;
            regret += game.best(row) - game.expected(row, arm);
        }
        return regret;
    }

    /** What was paid. */
    double reward() {
        return reward;
    }

    /** What the best arms would pay on average. */
    double best() {
        double sum = 0;
        for (int t = 0; t < rounds; t++) {
            sum += game.best(random.nextInt(game.data().size()));
            random.nextDouble();
            random.nextDouble();
        }
        return sum;
    }
}
