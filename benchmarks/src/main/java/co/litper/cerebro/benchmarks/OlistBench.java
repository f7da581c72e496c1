package co.litper.cerebro.benchmarks;

import co.litper.cerebro.feature.Priors;
import co.litper.cerebro.learners.calibrate.Reliability;
import co.litper.cerebro.learners.evaluate.Metrics;
import co.litper.cerebro.learners.evaluate.PairedBootstrap;
import co.litper.cerebro.learners.evaluate.PairedBootstrap.Interval;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Delay and ETA on the public Olist orders, one prediction at purchase, labels when they really came; against the route EWMA,
 * the shop's own promise and the running mean of all.
 */
public final class OlistBench implements Bench {
    /** Weight of a new label in the peer's route means; see docs/concepts/models.md for how it was found. */
    static final double EWMA_STEP = 0.05;

    /** A route EWMA's figures on these files as quoted in the project's references; its step and start are not told. */
    private static final double QUOTED_AUC = 0.600;

    private static final double QUOTED_MAE = 5.63;

    private static final int ROUNDS = 1_000;
    private static final double COVERAGE = 0.95;
    private static final long SEED = 20_180_301;
    private static final int BINS = 10;

    @Override
    public String name() {
        return "olist";
    }

    @Override
    public String description() {
        return "delay AUC and ETA error on real orders of the public Olist data (--data DIR)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        int at = args.indexOf("--data");
        String folder = at >= 0 && at + 1 < args.size() ? args.get(at + 1) : System.getenv("CEREBRO_DATA");
        if (folder == null) {
            throw new BenchDataException(
                    "no data: give --data DIR with the Olist CSV files, or set CEREBRO_DATA", null);
        }
        Path data = Path.of(folder);
        Path below = data.resolve("deliveries").resolve("olist");
        return run(Files.isDirectory(below) ? below : data, progress);
    }

    /**
     * Runs it on the CSV files of a folder.
     *
     * @throws BenchDataException if a file is missing or not readable
     */
    public static BenchResult run(Path data, PrintStream progress) {
        List<OlistOrder> orders = OlistFiles.read(data);
        progress.println("olist: " + orders.size() + " orders read");
        List<OlistRun.Prediction> judged = OlistRun.predict(orders, Priors.DEFAULT, EWMA_STEP).stream()
                .filter(p -> p.order().isDelivered())
                .toList();
        progress.println("olist: " + judged.size() + " delivered orders predicted, resampling " + ROUNDS + " times");
        return new Judged(judged).result(data);
    }

    /** Predictions as columns. */
    private static final class Judged {
        private final boolean[] late;
        private final double[] days;
        private final double[] delay;
        private final double[] uncalibrated;
        private final double[] eta;
        private final double[] ewmaLate;
        private final double[] ewmaDays;
        private final double[] meanLate;
        private final double[] meanDays;
        private final double[] promisedDays;
        private int covered;

        Judged(List<OlistRun.Prediction> predictions) {
            int n = predictions.size();
            late = new boolean[n];
            days = new double[n];
            delay = new double[n];
            uncalibrated = new double[n];
            eta = new double[n];
            ewmaLate = new double[n];
            ewmaDays = new double[n];
            meanLate = new double[n];
            meanDays = new double[n];
            promisedDays = new double[n];
            for (int i = 0; i < n; i++) {
                OlistRun.Prediction p = predictions.get(i);
                late[i] = p.order().isLate();
                days[i] = p.order().days();
                delay[i] = p.forecast().delay();
                uncalibrated[i] = p.uncalibrated();
                eta[i] = p.forecast().etaDays();
                ewmaLate[i] = p.ewmaLate();
                ewmaDays[i] = p.ewmaDays();
                meanLate[i] = p.meanLate();
                meanDays[i] = p.meanDays();
                promisedDays[i] = p.order().promisedDays();
                covered += days[i] >= p.forecast().etaLowDays()
                                && days[i] <= p.forecast().etaHighDays()
                        ? 1
                        : 0;
            }
        }

        BenchResult result(Path data) {
            Interval aucGain = PairedBootstrap.interval(late.length, ROUNDS, COVERAGE, SEED, this::aucGain);
            Interval etaGain = PairedBootstrap.interval(late.length, ROUNDS, COVERAGE, SEED, this::etaGain);
            SequencedMap<String, Object> ours = new LinkedHashMap<>();
            ours.put("auc", Metrics.auc(delay, late));
            ours.put("aucGainOverEwma", interval(aucGain));
            ours.put("etaMaeDays", Metrics.meanAbsoluteError(eta, days));
            ours.put("etaGainDaysOverEwma", interval(etaGain));
            ours.put("logLoss", Metrics.logLoss(delay, late));
            ours.put(
                    "eceBeforeCalibration",
                    Reliability.of(uncalibrated, late, BINS).error());
            ours.put("ece", Reliability.of(delay, late, BINS).error());
            ours.put("intervalCoverage", (double) covered / late.length);
            ours.put("orders", late.length);
            return new BenchResult(
                    "olist",
                    ours,
                    figures(meanLate, meanDays),
                    peers(),
                    new LinkedHashMap<>(),
                    List.of(SEED),
                    "./cerebro bench olist --data " + data + " --json");
        }

        private SequencedMap<String, Object> peers() {
            SequencedMap<String, Object> peers = figures(ewmaLate, ewmaDays);
            peers.put("quotedEwmaAuc", QUOTED_AUC);
            peers.put("quotedEwmaEtaMaeDays", QUOTED_MAE);
            peers.put("shopsPromiseMaeDays", Metrics.meanAbsoluteError(promisedDays, days));
            return peers;
        }

        private SequencedMap<String, Object> figures(double[] rates, double[] etas) {
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("auc", Metrics.auc(rates, late));
            figures.put("etaMaeDays", Metrics.meanAbsoluteError(etas, days));
            figures.put("logLoss", Metrics.logLoss(rates, late));
            return figures;
        }

        private static Map<String, Double> interval(Interval interval) {
            SequencedMap<String, Double> map = new LinkedHashMap<>();
            map.put("value", interval.value());
            map.put("low95", interval.low());
            map.put("high95", interval.high());
            return map;
        }

        private double aucGain(int[] at) {
            boolean[] truth = new boolean[at.length];
            double[] ours = new double[at.length];
            double[] theirs = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                truth[i] = late[at[i]];
                ours[i] = delay[at[i]];
                theirs[i] = ewmaLate[at[i]];
            }
            return Metrics.auc(ours, truth) - Metrics.auc(theirs, truth);
        }

        private double etaGain(int[] at) {
            double sum = 0;
            for (int i : at) {
                sum += Math.abs(ewmaDays[i] - days[i]) - Math.abs(eta[i] - days[i]);
            }
            return sum / at.length;
        }
    }
}
