package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.MeanOverSeeds;
import co.litper.cerebro.learners.bandit.BanditSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Regret of a bandit on a classification file, against the uniform draw and ε-greedy as floors, Vowpal Wabbit beside it and
 * the oracle. Every player meets the same rows and coins under a seed.
 */
public final class BanditBench implements Bench {
    private static final String NAME = "bandit";
    private static final int ROUNDS = 5_000;
    private static final int SEEDS = 20;

    /** How Vowpal Wabbit explores; the best of them on the file at hand is the figure to beat. */
    private static final List<String> VOWPAL = List.of(
            "--squarecb",
            "--squarecb --gamma_scale 1000",
            "--epsilon 0.05",
            "--bag 5",
            "--cover 5 --epsilon 0.05",
            "--regcb --mellowness 0.01");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "regret of a contextual bandit on any classification file (--file F --game mushroom|classification"
                + " --policy NAME [--peer vw] [--rounds T] [--seeds N] [--target COL])";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options =
                new Options(args, List.of("--file", "--game", "--policy", "--peer", "--rounds", "--seeds", "--target"));
        int rounds = options.number("--rounds", ROUNDS, 1, 10_000_000);
        int seeds = options.number("--seeds", SEEDS, 1, 10_000);
        String policy = options.text("--policy").orElse(PolicyNames.USUAL);
        Function<Game, BanditSettings> settings = options.oneOf("--policy", PolicyNames.USUAL, PolicyNames.all());
        boolean peer = options.text("--peer").isPresent() && options.oneOf("--peer", "vw", Map.of("vw", true));
        Game game = game(options);
        progress.printf(
                "bandit: %d rows, %d features, %d arms; %d rounds, %d seeds%n",
                game.data().size(), game.data().width(), game.arms(), rounds, seeds);
        Runs runs = new Runs(game, rounds, seeds);
        double[] ours = runs.regrets(_ -> new Player.Ours(game, settings.apply(game)));
        SequencedMap<String, Object> figures = figures(policy, ours, rounds);
        runs.describe(figures);
        return new BenchResult(
                NAME,
                figures,
                floors(game, runs),
                peer ? peers(game, runs, ours, progress) : new LinkedHashMap<>(),
                ceiling(runs),
                LongStream.range(0, seeds).boxed().toList(),
                options.command(NAME));
    }

    private static Game game(Options options) {
        Path file = Path.of(options.text("--file")
                .orElseThrow(() -> new BenchDataException("no data: give --file F, a CSV or ARFF file", null)));
        Map<String, Boolean> games = Map.of("mushroom", true, "classification", false);
        boolean mushroom = options.oneOf("--game", "classification", games);
        Table table = Table.read(file);
        int target = options.text("--target").map(table::column).orElse(-1);
        if (mushroom) {
            return Game.Mushroom.of(table, target);
        }
        return new Game.Classification(
                Dataset.of(table, target < 0 ? table.names().size() - 1 : target));
    }

    private static SequencedMap<String, Object> figures(String policy, double[] regrets, int rounds) {
        SequencedMap<String, Object> out = new LinkedHashMap<>();
        out.put("policy", policy);
        out.put("regret", MeanOverSeeds.of(regrets));
        out.put("regretInterval", MeanOverSeeds.interval(regrets));
        out.put("regretOfSeeds", Arrays.stream(regrets).boxed().toList());
        out.put("rounds", rounds);
        return out;
    }

    private static SequencedMap<String, Object> floors(Game game, Runs runs) {
        SequencedMap<String, Object> out = new LinkedHashMap<>();
        double[] uniform = runs.regrets(_ -> new Player.Uniform(game.arms()));
        out.put("random", MeanOverSeeds.of(uniform));
        out.put("randomInterval", MeanOverSeeds.interval(uniform));
        double[] greedy = runs.regrets(_ -> new Player.Ours(game, PolicyNames.floor(game)));
        out.put("epsilonGreedyLinear", MeanOverSeeds.of(greedy));
        out.put("epsilonGreedyLinearInterval", MeanOverSeeds.interval(greedy));
        return out;
    }

    private static SequencedMap<String, Object> peers(Game game, Runs runs, double[] ours, PrintStream progress) {
        SequencedMap<String, Object> out = new LinkedHashMap<>();
        String[] contexts = VowpalPlayer.contexts(game.data());
        String best = "";
        double[] least = {};
        for (String explores : VOWPAL) {
            double[] regrets = runs.regrets(seed -> new VowpalPlayer(contexts, game.arms(), explores, seed));
            out.put("vw " + explores, MeanOverSeeds.of(regrets));
            progress.printf("bandit: vw %s regret %.1f%n", explores, MeanOverSeeds.of(regrets));
            if (best.isEmpty() || MeanOverSeeds.of(regrets) < MeanOverSeeds.of(least)) {
                best = explores;
                least = regrets;
            }
        }
        out.put("best", "vw " + best);
        out.put("regret", MeanOverSeeds.of(least));
        out.put("regretInterval", MeanOverSeeds.interval(least));
        double[] gain = least.clone();
        Arrays.setAll(gain, i -> gain[i] - ours[i]);
        out.put("oursIsLessBy", MeanOverSeeds.of(gain));
        out.put("oursIsLessByInterval", MeanOverSeeds.interval(gain));
        return out;
    }

    private static SequencedMap<String, Object> ceiling(Runs runs) {
        SequencedMap<String, Object> out = new LinkedHashMap<>();
        out.put("regret", 0.0);
        out.put("reward", runs.oracle());
        return out;
    }

    /** The same rounds for every player. */
    private static final class Runs {
        private final Game game;
        private final int rounds;
        private final int seeds;
        private double nanosPerRound;
        private double rewardPerRun;

        Runs(Game game, int rounds, int seeds) {
            this.game = game;
            this.rounds = rounds;
            this.seeds = seeds;
        }

        /** Expected regret summed over rounds, for each seed. */
        double[] regrets(LongFunction<Player> players) {
            double[] regrets = new double[seeds];
            double reward = 0;
            long started = System.nanoTime();
            for (int seed = 0; seed < seeds; seed++) {
                try (Player player = players.apply(seed)) {
                    Rounds run = new Rounds(game, rounds, seed);
                    regrets[seed] = run.play(player);
                    reward += run.reward();
                }
            }
            nanosPerRound = (double) (System.nanoTime() - started) / rounds / seeds;
            rewardPerRun = reward / seeds;
            return regrets;
        }

        /** Mean reward and time of the last player. */
        void describe(SequencedMap<String, Object> figures) {
            figures.put("reward", rewardPerRun);
            figures.put("microsPerRound", nanosPerRound / 1_000);
        }

        /** Mean reward of one who always takes the best arm. */
        double oracle() {
            double sum = 0;
            for (int seed = 0; seed < seeds; seed++) {
                sum += new Rounds(game, rounds, seed).best();
            }
            return sum / seeds;
        }
    }
}
