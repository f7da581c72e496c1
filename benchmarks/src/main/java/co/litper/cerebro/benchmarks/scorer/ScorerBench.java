package co.litper.cerebro.benchmarks.scorer;

import co.litper.cerebro.adapters.xgboost.XgboostModel;
import co.litper.cerebro.adapters.xgboost.XgboostTraining;
import co.litper.cerebro.adapters.xgboost.XgboostTraining.Settings;
import co.litper.cerebro.adapters.xgboost.XgboostTraining.Task;
import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.learners.tree.flat.FlatTrees;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/**
 * One row at a time through {@link FlatTrees} and through XGBoost's call from Java, which copies the row into a matrix first; the
 * same call on all rows at once stands beside it. Trained on seeded rows with gaps, for a probability, a number and three classes.
 */
public final class ScorerBench implements Bench {
    private static final long SEED = 1;
    private static final int TRAINED_ROWS = 4_000;
    private static final int SCORED_ROWS = 4_000;
    private static final int WIDTH = 20;
    private static final double GAPS = 0.05;

    @Override
    public String name() {
        return "scorer";
    }

    @Override
    public String description() {
        return "one row through the flat scorer and through XGBoost's own call: difference and times";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        if (!args.isEmpty()) {
            throw new BenchDataException("unknown options " + args + ". Maybe none: the rows are made up.", null);
        }
        if (!XgboostTraining.isAvailable()) {
            throw new BenchDataException(
                    "XGBoost's native library does not load here. Maybe libgomp1 is not installed.", null);
        }
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        SequencedMap<String, Object> peer = new LinkedHashMap<>();
        peer.put("library", "xgboost4j 2.1.4, a matrix of one row a call");
        double leastRatio = Double.POSITIVE_INFINITY;
        double worst = 0;
        for (Task task : Task.values()) {
            ScorerRun run = run(task);
            SequencedMap<String, Object> mine = new LinkedHashMap<>();
            mine.put("microsPerRow", run.ourMicros());
            mine.put("nodes", run.nodes());
            mine.put("largestDifference", run.largestDifference());
            mine.put("timesFaster", run.ratio());
            ours.put(task.name().toLowerCase(Locale.ROOT), mine);
            SequencedMap<String, Object> theirs = new LinkedHashMap<>();
            theirs.put("microsPerRow", run.theirMicros());
            theirs.put("microsPerRowInOneBatch", run.batchMicros());
            peer.put(task.name().toLowerCase(Locale.ROOT), theirs);
            leastRatio = Math.min(leastRatio, run.ratio());
            worst = Math.max(worst, run.largestDifference());
            progress.printf(
                    Locale.ROOT,
                    "scorer: %s %.2f us to %.1f us a row, %.0f times, difference at most %.2e%n",
                    task,
                    run.ourMicros(),
                    run.theirMicros(),
                    run.ratio(),
                    run.largestDifference());
        }
        ours.put("timesFaster", leastRatio);
        ours.put("largestDifferenceE9", worst * 1e9);
        return new BenchResult(
                name(),
                ours,
                new LinkedHashMap<>(),
                peer,
                new LinkedHashMap<>(),
                List.of(SEED),
                "./cerebro bench scorer --json");
    }

    private static ScorerRun run(Task task) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] rows = rows(random, TRAINED_ROWS);
        double[] targets = new double[rows.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = target(rows[i], task, random);
        }
        int classes = task == Task.CLASSES ? 3 : 1;
        byte[] json = XgboostTraining.train(rows, targets, task, classes, Settings.DEFAULT);
        return ScorerRun.of(json, FlatTrees.compile(XgboostModel.read(json)), rows(random, SCORED_ROWS));
    }

    private static double[][] rows(SplittableRandom random, int count) {
        double[][] rows = new double[count][WIDTH];
        for (double[] row : rows) {
            for (int f = 0; f < WIDTH; f++) {
                row[f] = random.nextDouble() < GAPS ? Double.NaN : (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private static double target(double[] row, Task task, SplittableRandom random) {
        double signal = random.nextGaussian();
        for (int f = 0; f < WIDTH / 2; f++) {
            signal += Double.isNaN(row[f]) ? 0.5 : row[f] * (row[(f + 1) % WIDTH] > 0 ? 1 : -0.5);
        }
        return switch (task) {
            case NUMBER -> signal;
            case PROBABILITY -> signal > 0 ? 1 : 0;
            case CLASSES -> signal > 1 ? 2 : signal > -1 ? 1 : 0;
        };
    }
}
