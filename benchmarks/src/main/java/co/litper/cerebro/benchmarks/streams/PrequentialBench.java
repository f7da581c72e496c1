package co.litper.cerebro.benchmarks.streams;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.learners.evaluate.Prequential;
import co.litper.cerebro.learners.stream.StreamClassifier;
import co.litper.cerebro.learners.stream.StreamRegressor;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.LongStream;

/**
 * Test-then-train of a learner on any file, beside floors and beside MOA's learner of the same kind in the same process.
 *
 * <p>Speed counts predicting and learning, not reading. Both run in turns: first {@link #WARM_NANOS} each to warm up, then
 * measured rounds whose middle is reported.
 */
public final class PrequentialBench implements Bench {
    /** Each side's time for warming up, in nanoseconds: the JIT settles within it on small files. */
    private static final long WARM_NANOS = 4_000_000_000L;
    /** Rounds of warming up at most. */
    private static final int MOST_WARM_ROUNDS = 200;
    /** Rows of a round of warming up at most, so that large files do not take all day. */
    private static final int MOST_WARM_ROWS = 2_000;
    /** Measured rounds at most. */
    private static final int MOST_ROUNDS = 7;
    /** No further round is begun once the measured ones took so long, in nanoseconds. */
    private static final long MEASURED_NANOS = 10_000_000_000L;

    private final long warmNanos;
    private final long measuredNanos;

    /** With the usual times. */
    public PrequentialBench() {
        this(WARM_NANOS, MEASURED_NANOS);
    }

    PrequentialBench(long warmNanos, long measuredNanos) {
        this.warmNanos = warmNanos;
        this.measuredNanos = measuredNanos;
    }

    @Override
    public String name() {
        return "prequential";
    }

    @Override
    public String description() {
        return "accuracy and speed of a stream learner on any CSV or ARFF file, beside MOA: "
                + PrequentialOptions.USAGE;
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        PrequentialOptions options = PrequentialOptions.parse(args);
        StreamTable table = StreamTable.read(options.file(), options.limit(), options.target(), options.regression());
        progress.println("prequential: " + table.rows().length + " rows, " + table.schema());
        table.notes().forEach(note -> progress.println("prequential: " + note));
        MoaPeer peer = options.moa() ? MoaPeer.of(options.learner(), table).orElse(null) : null;
        if (options.moa() && peer == null) {
            throw new BenchDataException("MOA has no peer of " + options.learner() + ". Maybe without --peer.", null);
        }
        List<Long> seeds = LongStream.rangeClosed(1, options.seeds()).boxed().toList();
        Side ours = (seed, rows) -> ours(options.learner(), table, options, seed, rows);
        Side theirs = peer == null ? null : (seed, rows) -> peer.run(seed, rows, options.delay());
        List<Side> sides = theirs == null ? List.of(ours) : List.of(ours, theirs);
        List<List<Figures>> measured = measure(sides, seeds, table.rows().length, progress);
        SequencedMap<String, Object> oursFigures = figures(table, measured.getFirst(), seeds.size());
        oursFigures.put("learner", options.learner());
        oursFigures.put("rows", table.rows().length);
        oursFigures.put("delay", options.delay());
        SequencedMap<String, Object> peerFigures = new LinkedHashMap<>();
        if (peer != null) {
            peerFigures = figures(table, measured.getLast(), seeds.size());
            peerFigures.put("learner", "moa " + peer.commandLine());
            oursFigures.put("speedRatio", ratio(measured.getFirst(), measured.getLast()));
        }
        SequencedMap<String, Object> ceiling = new LinkedHashMap<>();
        ceiling.put(metric(table), table.isRegression() ? 0.0 : 1.0);
        ceiling.put("of", "a prophet; noise keeps every learner from it");
        return new BenchResult(
                "prequential", oursFigures, floor(table, options), peerFigures, ceiling, seeds, options.command());
    }

    /** A learner that can be run from its beginning on the first rows. */
    @FunctionalInterface
    private interface Side {
        Figures run(long seed, int rows);
    }

    private static Figures ours(String learner, StreamTable table, PrequentialOptions options, long seed, int rows) {
        double[][] head = rows == table.rows().length ? table.rows() : Arrays.copyOf(table.rows(), rows);
        if (table.isRegression()) {
            StreamRegressor made = NamedLearners.regressor(learner, table.schema(), seed);
            double[] targets = Arrays.copyOf(table.targets(), rows);
            long start = System.nanoTime();
            double rmse =
                    Prequential.regress(made, head, targets, options.delay()).rmse();
            return Figures.of(rmse, rows, System.nanoTime() - start);
        }
        StreamClassifier made = NamedLearners.classifier(learner, table.schema(), seed);
        int[] labels = Arrays.copyOf(table.labels(), rows);
        long start = System.nanoTime();
        double accuracy =
                Prequential.classify(made, head, labels, options.delay()).accuracy();
        return Figures.of(accuracy, rows, System.nanoTime() - start);
    }

    /** Figures of each side: of every seed once, then further rounds with the first seed while there is time. */
    private List<List<Figures>> measure(List<Side> sides, List<Long> seeds, int rows, PrintStream progress) {
        int head = Math.min(rows, MOST_WARM_ROWS);
        long[] warmed = new long[sides.size()];
        for (int round = 0; round < MOST_WARM_ROUNDS; round++) {
            boolean warm = true;
            for (int s = 0; s < warmed.length; s++) {
                if (warmed[s] < warmNanos) {
                    warmed[s] += sides.get(s).run(seeds.getFirst(), head).nanos();
                    warm = false;
                }
            }
            if (warm) {
                break;
            }
        }
        List<List<Figures>> measured = new ArrayList<>();
        sides.forEach(side -> measured.add(new ArrayList<>()));
        long spent = 0;
        for (int round = 0; round < seeds.size() || round < MOST_ROUNDS && spent < measuredNanos; round++) {
            for (int s = 0; s < sides.size(); s++) {
                Figures figures = sides.get(s).run(seeds.get(round % seeds.size()), rows);
                measured.get(s).add(figures);
                spent += figures.nanos();
                progress.println(String.format(
                        Locale.ROOT,
                        "prequential: round %d %s %.4f at %.0f rows/s",
                        round + 1,
                        s == 0 ? "ours" : "peer",
                        figures.quality(),
                        figures.instancesPerSecond()));
            }
        }
        return measured;
    }

    private static String metric(StreamTable table) {
        return table.isRegression() ? "rmse" : "accuracy";
    }

    private static SequencedMap<String, Object> figures(StreamTable table, List<Figures> rounds, int seeds) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        double[] qualities =
                rounds.stream().limit(seeds).mapToDouble(Figures::quality).toArray();
        double[] speeds =
                rounds.stream().mapToDouble(Figures::instancesPerSecond).toArray();
        map.put(metric(table), Arrays.stream(qualities).average().orElse(Double.NaN));
        map.put("least", Arrays.stream(qualities).min().orElse(Double.NaN));
        map.put("most", Arrays.stream(qualities).max().orElse(Double.NaN));
        map.put("instancesPerSecond", median(speeds));
        map.put("rounds", rounds.size());
        return map;
    }

    private static double ratio(List<Figures> ours, List<Figures> theirs) {
        double[] ratios = new double[ours.size()];
        for (int r = 0; r < ratios.length; r++) {
            ratios[r] = ours.get(r).instancesPerSecond() / theirs.get(r).instancesPerSecond();
        }
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static SequencedMap<String, Object> floor(StreamTable table, PrequentialOptions options) {
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        int rows = table.rows().length;
        floor.put(metric(table), ours("no-change", table, options, 1, rows).quality());
        floor.put("noChange", floor.get(metric(table)));
        floor.put(
                table.isRegression() ? "mean" : "majority",
                ours("majority", table, options, 1, rows).quality());
        return floor;
    }
}
