package co.litper.cerebro.benchmarks.forecast;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.bandit.Options;
import co.litper.cerebro.learners.forecast.Forecast;
import co.litper.cerebro.learners.forecast.Method;
import co.litper.cerebro.learners.forecast.SeasonalNaive;
import co.litper.cerebro.learners.forecast.SkilledForecaster;
import co.litper.cerebro.learners.forecast.Theta;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** sMAPE, MASE and coverage of the combined forecast over many series, beside the last value, the last season and Theta. */
public final class ForecastBench implements Bench {
    private static final String TRAIN = "--train";
    private static final String TEST = "--test";
    private static final String SEASON = "--season";
    private static final String USAGE = "give --train F --test F (M4's layout) --season N";
    private static final int MOST_SEASON = 10_000;
    private static final double COVERAGE = 0.95;
    /** Standard errors to either side of a mean for 95 %. */
    private static final double REACH = 1.96;

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public String description() {
        return "forecasts of many series, scored as M4 does (--train F --test F --season 24)";
    }

    /** One series' errors. */
    private record Judged(double smape, double mase, double inside, double msis) {}

    private record Task(double[] known, double[] truth) {}

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of(TRAIN, TEST, SEASON));
        List<Task> tasks = tasks(file(options, TRAIN), file(options, TEST));
        int season = options.number(SEASON, 1, 1, MOST_SEASON);
        progress.println("forecast: " + tasks.size() + " series");
        long start = System.nanoTime();
        List<Judged> judged =
                tasks.parallelStream().map(task -> skilled(task, season)).toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        SequencedMap<String, Object> ours = figures(judged);
        ours.put(
                "coverage95",
                judged.stream().mapToDouble(Judged::inside).average().orElse(Double.NaN));
        ours.put("msis", judged.stream().mapToDouble(Judged::msis).average().orElse(Double.NaN));
        ours.put("series", tasks.size());
        ours.put("seconds", seconds);
        SequencedMap<String, Object> peer = new LinkedHashMap<>();
        peer.put("theta", plain(tasks, season, new Theta(season)));
        return new BenchResult(
                "forecast",
                ours,
                floor(tasks, season),
                peer,
                new LinkedHashMap<>(),
                List.of(),
                options.command("forecast"));
    }

    private static SequencedMap<String, Object> floor(List<Task> tasks, int season) {
        SequencedMap<String, Object> floor = plain(tasks, season, new SeasonalNaive(season));
        plain(tasks, season, new SeasonalNaive(1)).forEach((name, value) -> floor.put("lastValue." + name, value));
        return floor;
    }

    private static Path file(Options options, String name) {
        return Path.of(
                options.text(name).orElseThrow(() -> new BenchDataException(name + " is missing: " + USAGE, null)));
    }

    private static List<Task> tasks(Path train, Path test) {
        Map<String, double[]> known = SeriesFile.read(train);
        List<Task> tasks = new ArrayList<>();
        SeriesFile.read(test).forEach((name, truth) -> {
            double[] before = known.get(name);
            if (before == null || before.length < 2 || truth.length == 0) {
                throw new BenchDataException(
                        "series " + name + " of " + test + " has no history of two values in " + train, null);
            }
            tasks.add(new Task(before, truth));
        });
        return tasks;
    }

    private static Judged skilled(Task task, int season) {
        int horizon = task.truth.length;
        Forecast told = new SkilledForecaster(season).forecast(task.known, horizon, COVERAGE);
        double scale = M4.scale(task.known, season);
        double inside = 0;
        for (int h = 0; h < horizon; h++) {
            inside += told.low()[h] <= task.truth[h] && task.truth[h] <= told.high()[h] ? 1.0 / horizon : 0;
        }
        return new Judged(
                M4.smape(told.mean(), task.truth),
                M4.mase(told.mean(), task.truth, scale),
                inside,
                M4.msis(told.low(), told.high(), task.truth, 1 - COVERAGE, scale));
    }

    /** One method alone; where a history is too short for it, the last value. */
    private static SequencedMap<String, Object> plain(List<Task> tasks, int season, Method method) {
        return figures(tasks.parallelStream()
                .map(task -> {
                    Method used = task.known.length < method.leastHistory() ? new SeasonalNaive(1) : method;
                    double[] told = used.fit(task.known).forecast(task.known, task.truth.length);
                    double scale = M4.scale(task.known, season);
                    return new Judged(M4.smape(told, task.truth), M4.mase(told, task.truth, scale), 0, 0);
                })
                .toList());
    }

    private static SequencedMap<String, Object> figures(List<Judged> judged) {
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        double[] smape = judged.stream().mapToDouble(Judged::smape).toArray();
        double[] mase = judged.stream().mapToDouble(Judged::mase).toArray();
        figures.put("smape", mean(smape));
        figures.put("mase", mean(mase));
        figures.put("smapeReach95", reach(smape));
        figures.put("maseReach95", reach(mase));
        return figures;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Half the width of a 95 % interval of the mean over series. */
    private static double reach(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return REACH * Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
    }
}
