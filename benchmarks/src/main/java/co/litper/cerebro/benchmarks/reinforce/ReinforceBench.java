package co.litper.cerebro.benchmarks.reinforce;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.MeanOverSeeds;
import co.litper.cerebro.benchmarks.bandit.Options;
import co.litper.cerebro.learners.reinforce.problem.FiniteProblem;
import co.litper.cerebro.learners.reinforce.problem.KnownProblems;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Exact values of the policies that learners find in so many episodes, for each problem: chance as floor, the best policy by dynamic
 * programming as ceiling, and each learner's share of the way between, with an interval over seeds.
 */
public final class ReinforceBench implements Bench {
    private static final String NAME = "reinforce";
    private static final int EPISODES = 2_000;
    /** Long episodes teach more each, and cost more. */
    private static final int LONG = 20;

    private static final int SHARE_OF_LONG = 10;
    private static final int SEEDS = 5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "learners of short episodes between chance and the best policy ([--problem NAME] [--learner NAME]"
                + " [--episodes N] [--seeds N])";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of("--problem", "--learner", "--episodes", "--seeds"));
        int episodes = options.number("--episodes", EPISODES, 1, 10_000_000);
        int seeds = options.number("--seeds", SEEDS, 1, 1_000);
        List<FiniteProblem> problems = chosen(options, "--problem", byName(KnownProblems.all(), FiniteProblem::name));
        List<Pupil> pupils = chosen(options, "--learner", byName(List.of(Pupil.values()), Pupil::label));
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        SequencedMap<String, Object> ceiling = new LinkedHashMap<>();
        for (FiniteProblem problem : problems) {
            int played = problem.horizon() > LONG ? Math.max(1, episodes / SHARE_OF_LONG) : episodes;
            floor.put(problem.name(), problem.uniform());
            ceiling.put(problem.name(), problem.optimum());
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("episodes", played);
            for (Pupil pupil : pupils) {
                if (pupil.takes(problem)) {
                    SequencedMap<String, Object> found = judge(problem, pupil, played, seeds);
                    figures.put(pupil.label(), found);
                    progress.printf("reinforce: %s %s %s%n", problem.name(), pupil.label(), found.get("score"));
                }
            }
            ours.put(problem.name(), figures);
        }
        return new BenchResult(
                NAME,
                ours,
                floor,
                new LinkedHashMap<>(),
                ceiling,
                LongStream.rangeClosed(1, seeds).boxed().toList(),
                options.command(NAME));
    }

    private static <T> Map<String, List<T>> byName(List<T> all, Function<T, String> name) {
        Map<String, List<T>> named =
                all.stream().collect(Collectors.toMap(name, List::of, (a, _) -> a, LinkedHashMap::new));
        named.put("all", all);
        return named;
    }

    private static <T> List<T> chosen(Options options, String name, Map<String, List<T>> choices) {
        return options.oneOf(name, "all", choices);
    }

    private static SequencedMap<String, Object> judge(FiniteProblem problem, Pupil pupil, int episodes, int seeds) {
        double[] values = LongStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> pupil.taught(problem, episodes, seed))
                .toArray();
        double[] scores = Arrays.stream(values).map(problem::score).toArray();
        SequencedMap<String, Object> found = new LinkedHashMap<>();
        found.put("value", MeanOverSeeds.of(values));
        found.put("valueInterval", MeanOverSeeds.interval(values));
        found.put("score", MeanOverSeeds.of(scores));
        found.put("scoreInterval", MeanOverSeeds.interval(scores));
        found.put("scoreOfWorstSeed", Arrays.stream(scores).min().orElseThrow());
        return found;
    }
}
