package co.litper.cerebro.benchmarks.anomaly;

import co.litper.cerebro.learners.anomaly.Anomaly;
import co.litper.cerebro.learners.anomaly.RandomCutForest;
import co.litper.cerebro.learners.anomaly.SeriesDetector;
import java.util.List;
import java.util.function.Function;

/**
 * What was said of one series in one pass.
 *
 * @param alarms the calibrated score, episodes told once [n]
 * @param scores the calibrated score of each reading [n]
 * @param votes the score at which two of three agree [n]
 * @param forest a random cut forest alone [n]
 */
record Watched(double[] alarms, double[] scores, double[] votes, double[] forest) {
    /** As the forest was entered on the public scoreboard: the last value alone, its service's default settings. */
    private static final int TREES = 100;

    private static final int SAMPLE = 256;
    private static final double DECAY = 1e-5;

    /** All series, each with detectors of its own. */
    static List<Watched> all(List<NabFile> files, long seed) {
        return files.parallelStream().map(f -> of(f, seed)).toList();
    }

    private static Watched of(NabFile file, long seed) {
        int n = file.values().length;
        Watched watched = new Watched(new double[n], new double[n], new double[n], new double[n]);
        SeriesDetector detector = new SeriesDetector(seed);
        RandomCutForest forest = new RandomCutForest(1, TREES, SAMPLE, DECAY, seed);
        for (int i = 0; i < n; i++) {
            Anomaly anomaly = detector.observe(file.seconds()[i], file.values()[i]);
            watched.alarms[i] = anomaly.alarm();
            watched.scores[i] = anomaly.score();
            watched.votes[i] = anomaly.vote();
            if (!Double.isNaN(file.values()[i])) {
                double[] point = {file.values()[i]};
                watched.forest[i] = forest.score(point);
                forest.observe(point);
            }
        }
        return watched;
    }

    static List<double[]> column(List<Watched> all, Function<Watched, double[]> column) {
        return all.stream().map(column).toList();
    }
}
