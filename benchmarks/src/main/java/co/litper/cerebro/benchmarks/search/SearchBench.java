package co.litper.cerebro.benchmarks.search;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.learners.search.Pruner;
import co.litper.cerebro.learners.search.Sampler;
import co.litper.cerebro.learners.search.Search;
import co.litper.cerebro.learners.search.Trial;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.LongStream;

/**
 * What searches reach in so many trials on ten standard functions and a conditional one, beside chance. Gains are in orders of
 * magnitude of regret, paired by seed, with a 95 % t-interval over seeds.
 *
 * <p>Options: {@code --trials N} (50), {@code --seeds RUNS} (20).
 */
public final class SearchBench implements Bench {
    /** Regrets below count as this: closer is no gain to anyone. */
    private static final double LEAST_REGRET = 1e-6;

    private static final int MOST_RUNS = 1_000;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String description() {
        return "regret of Gaussian-process and TPE searches beside chance: [--trials N] [--seeds RUNS]";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        int trials = option(args, "--trials", 50);
        int seeds = option(args, "--seeds", 20);
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        SequencedMap<String, Sampler> samplers = new LinkedHashMap<>();
        samplers.put("expectedImprovement", Sampler.ExpectedImprovement.DEFAULT);
        samplers.put("tpe", Sampler.Parzen.DEFAULT);
        List<double[]> chance = new ArrayList<>();
        for (TestFunction f : TestFunction.all()) {
            chance.add(regrets(f, new Sampler.Chance(), trials, seeds));
            floor.put(f.name(), regret(chance.getLast()));
        }
        samplers.forEach((name, sampler) -> ours.put(name, gains(name, sampler, chance, trials, seeds, progress)));
        SequencedMap<String, Object> ceiling = new LinkedHashMap<>();
        ceiling.put("regret", 0);
        return new BenchResult(
                name(),
                ours,
                floor,
                new LinkedHashMap<>(),
                ceiling,
                LongStream.rangeClosed(1, seeds).boxed().toList(),
                "./cerebro bench search --trials " + trials + " --seeds " + seeds + " --json");
    }

    private static int option(List<String> args, String name, int standard) {
        int at = args.indexOf(name);
        if (at < 0) {
            return standard;
        }
        try {
            int number = Integer.parseInt(args.get(at + 1));
            if (number >= 2 && number <= MOST_RUNS) {
                return number;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new BenchDataException(name + " needs a number", e);
        }
        throw new BenchDataException(name + " must be 2 to " + MOST_RUNS, null);
    }

    private static SequencedMap<String, Object> gains(
            String name, Sampler sampler, List<double[]> chance, int trials, int seeds, PrintStream progress) {
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        double[] overall = new double[seeds];
        int standard = 0;
        int surelyBetter = 0;
        List<TestFunction> functions = TestFunction.all();
        for (int f = 0; f < functions.size(); f++) {
            TestFunction function = functions.get(f);
            double[] regrets = regrets(function, sampler, trials, seeds);
            double[] orders = new double[seeds];
            for (int s = 0; s < seeds; s++) {
                orders[s] = Math.log10(chance.get(f)[s] / regrets[s]);
                overall[s] += function.standard() ? orders[s] : 0;
            }
            standard += function.standard() ? 1 : 0;
            Interval interval = Interval.of(orders);
            SequencedMap<String, Object> gain = interval.told();
            surelyBetter += function.standard() && interval.low() > 0 ? 1 : 0;
            gain.putFirst("regret", regret(regrets));
            gain.put("chanceRegret", regret(chance.get(f)));
            figures.put(function.name(), gain);
            progress.printf(Locale.ROOT, "search: %s %s %s%n", name, function.name(), gain);
        }
        for (int s = 0; s < seeds; s++) {
            overall[s] /= standard;
        }
        figures.put("overall", Interval.of(overall).told());
        figures.put("functionsSurelyBetter", surelyBetter);
        figures.put("functions", standard);
        return figures;
    }

    private static double[] regrets(TestFunction function, Sampler sampler, int trials, int seeds) {
        double[] regrets = new double[seeds];
        for (int s = 0; s < seeds; s++) {
            Search search = new Search(function.space(), sampler, new Pruner.Never(), s + 1);
            double least = Double.POSITIVE_INFINITY;
            for (int t = 0; t < trials; t++) {
                Trial trial = search.ask();
                double loss = function.loss().applyAsDouble(trial.point());
                search.tell(trial.number(), loss);
                least = Math.min(least, loss);
            }
            regrets[s] = Math.max(LEAST_REGRET, least - function.least());
        }
        return regrets;
    }

    /** The mean order of magnitude, as a regret. */
    private static double regret(double[] regrets) {
        double sum = 0;
        for (double r : regrets) {
            sum += Math.log10(r);
        }
        return Math.pow(10, sum / regrets.length);
    }
}
