package co.litper.cerebro.benchmarks.anomaly;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.bandit.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/**
 * The score of the series detector on a corpus of labelled series, one pass, beside a random cut forest alone and the vote of two out of
 * three; an interval by drawing series anew; and the score where each folder is judged at the threshold that suits the others.
 */
public final class AnomalyBench implements Bench {
    private static final String NAB = "--nab";
    private static final String OUT = "--out";
    private static final String SEED = "--seed";
    private static final String USAGE = "give --nab DIR (folders of series and windows.json) [--out DIR] [--seed N]";

    /** Times the series are drawn anew. */
    private static final int DRAWS = 200;

    @Override
    public String name() {
        return "anomaly";
    }

    @Override
    public String description() {
        return "anomalies in series, scored as NAB does (--nab DIR [--out DIR] [--seed N])";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of(NAB, OUT, SEED));
        Path folder = Path.of(
                options.text(NAB).orElseThrow(() -> new BenchDataException("--nab is missing: " + USAGE, null)));
        long seed = options.number(SEED, 1, 0, Integer.MAX_VALUE);
        List<NabFile> files = NabCorpus.read(folder);
        progress.println("anomaly: " + files.size() + " series");
        List<Watched> watched = Watched.all(files, seed);
        options.text(OUT).ifPresent(out -> write(Path.of(out), files, watched));
        NabRows alarms = NabRows.of(files, Watched.column(watched, Watched::alarms));
        NabRows forest = NabRows.of(files, Watched.column(watched, Watched::forest));
        SequencedMap<String, Object> ours = figures(alarms);
        ours.put("heldOutThresholdScore", heldOut(files, alarms));
        ours.put(
                "everyReadingScore",
                standard(NabRows.of(files, Watched.column(watched, Watched::scores)))
                        .score());
        ours.put(
                "voteScore",
                standard(NabRows.of(files, Watched.column(watched, Watched::votes)))
                        .score());
        ours.put("gainOverForest", gain(alarms, forest, seed));
        ours.put("series", files.size());
        SequencedMap<String, Object> ceiling = new LinkedHashMap<>();
        ceiling.put("score", 100.0);
        return new BenchResult(
                "anomaly",
                ours,
                figures(forest),
                new LinkedHashMap<>(),
                ceiling,
                List.of(seed),
                options.command("anomaly"));
    }

    private static NabScore standard(NabRows rows) {
        return NabScore.of(rows, rows.once(), NabProfile.STANDARD);
    }

    private static SequencedMap<String, Object> figures(NabRows rows) {
        NabScore standard = standard(rows);
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("score", standard.score());
        figures.put(
                "rewardLowFp",
                NabScore.of(rows, rows.once(), NabProfile.LOW_FALSE_ALARMS).score());
        figures.put(
                "rewardLowFn",
                NabScore.of(rows, rows.once(), NabProfile.LOW_MISSES).score());
        figures.put("threshold", standard.threshold());
        figures.put("found", standard.found());
        figures.put("windows", rows.windows(rows.once()));
        figures.put("falseAlarms", standard.falseAlarms());
        return figures;
    }

    /** Each folder at the threshold that is best for all other folders; weighted by windows. */
    private static double heldOut(List<NabFile> files, NabRows rows) {
        List<String> folders =
                files.stream().map(AnomalyBench::folder).distinct().toList();
        double worth = 0;
        for (String folder : folders) {
            int[] own = new int[files.size()];
            int[] others = new int[files.size()];
            for (int f = 0; f < files.size(); f++) {
                boolean here = folder(files.get(f)).equals(folder);
                own[f] = here ? 1 : 0;
                others[f] = here ? 0 : 1;
            }
            double threshold = NabScore.of(rows, others, NabProfile.STANDARD).threshold();
            worth += NabScore.at(rows, own, NabProfile.STANDARD, threshold).worth();
        }
        return NabScore.normal(worth, rows.windows(rows.once()), NabProfile.STANDARD);
    }

    private static String folder(NabFile file) {
        return file.name().substring(0, Math.max(0, file.name().indexOf('/')));
    }

    /** The gain in the standard score with its 95 % interval over series drawn anew, each method at its own best threshold. */
    private static SequencedMap<String, Object> gain(NabRows ours, NabRows floor, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] gains = new double[DRAWS];
        int files = ours.windows().length;
        for (int d = 0; d < DRAWS; d++) {
            int[] times = new int[files];
            for (int i = 0; i < files; i++) {
                times[random.nextInt(files)]++;
            }
            gains[d] = NabScore.of(ours, times, NabProfile.STANDARD).score()
                    - NabScore.of(floor, times, NabProfile.STANDARD).score();
        }
        Arrays.sort(gains);
        SequencedMap<String, Object> interval = new LinkedHashMap<>();
        interval.put("mean", standard(ours).score() - standard(floor).score());
        interval.put("low95", gains[(int) (DRAWS * 0.025)]);
        interval.put("high95", gains[(int) (DRAWS * 0.975)]);
        return interval;
    }

    private static void write(Path out, List<NabFile> files, List<Watched> watched) {
        try {
            for (int f = 0; f < files.size(); f++) {
                NabFile file = files.get(f);
                Path path = out.resolve(file.name());
                Path parent = path.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                StringBuilder text = new StringBuilder("timestamp,value,anomaly_score,label\n");
                for (int i = 0; i < file.values().length; i++) {
                    text.append(file.stamps()[i])
                            .append(',')
                            .append(Double.isNaN(file.values()[i]) ? "" : Double.toString(file.values()[i]))
                            .append(',')
                            .append(watched.get(f).alarms()[i])
                            .append(',')
                            .append(file.label(i))
                            .append('\n');
                }
                Files.writeString(path, text);
            }
        } catch (IOException e) {
            throw new BenchDataException("cannot write to " + out + ": " + e.getMessage(), e);
        }
    }
}
