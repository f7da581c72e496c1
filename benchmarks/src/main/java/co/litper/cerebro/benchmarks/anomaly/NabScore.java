package co.litper.cerebro.benchmarks.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The score of the Numenta Anomaly Benchmark: a window is worth the more the earlier it is found, an alarm outside costs the more the
 * farther it lies behind a window, and one threshold, the best, holds for all files.
 *
 * <p>A. Lavin and S. Ahmad, "Evaluating real-time anomaly detection algorithms – the Numenta Anomaly Benchmark", ICMLA 2015.
 *
 * @param score 0 for no alarm at all, 100 for each window found at its first row and no false alarm
 * @param worth the same before it is scaled: found windows less missed ones and false alarms
 * @param threshold from which on a score is an alarm
 * @param found windows with an alarm
 * @param falseAlarms alarms outside windows
 */
record NabScore(double score, double worth, double threshold, int found, int falseAlarms) {
    /** Share of a file at its beginning that is not judged. */
    private static final double PROBATION = 0.15;

    /** Rows of a file that count for the probation. */
    private static final int PROBATION_OF = 5_000;

    /** Window widths behind a window from which on an alarm costs all. */
    private static final double FAR = 3;

    /** A judged row: what an alarm there is worth, in which window (−1 for none), and the detector's score. */
    private record Row(double score, int window, double worth) {}

    /** Scores {@code scores}, one array a file in the files' order, at the threshold that is best for all. */
    static NabScore of(List<NabFile> files, List<double[]> scores, NabProfile profile) {
        return best(rows(files, scores), windows(files), profile);
    }

    /** The same at a threshold that was chosen elsewhere. */
    static NabScore at(List<NabFile> files, List<double[]> scores, NabProfile profile, double threshold) {
        List<Row> rows = rows(files, scores);
        rows.removeIf(row -> row.score() < threshold);
        return last(rows, windows(files), profile, threshold);
    }

    /** {@code worth} between no alarm (0) and all found at once (100); 0 where there is no window. */
    static double normal(double worth, int windows, NabProfile profile) {
        double all = (profile.found() + profile.missed()) * windows;
        return windows == 0 ? 0 : 100 * (worth + profile.missed() * windows) / all;
    }

    private static int windows(List<NabFile> files) {
        return files.stream().mapToInt(f -> f.windows().size()).sum();
    }

    private static List<Row> rows(List<NabFile> files, List<double[]> scores) {
        List<Row> rows = new ArrayList<>();
        int windows = 0;
        for (int f = 0; f < files.size(); f++) {
            judge(files.get(f), scores.get(f), windows, rows);
            windows += files.get(f).windows().size();
        }
        rows.sort(Comparator.comparingDouble(Row::score).reversed());
        return rows;
    }

    static int probation(int rows) {
        return (int) Math.floor(PROBATION * Math.min(rows, PROBATION_OF));
    }

    private static void judge(NabFile file, double[] scores, int firstWindow, List<Row> rows) {
        double most = sigmoid(-1);
        int next = 0;
        for (int i = 0; i < scores.length; i++) {
            while (next < file.windows().size() && file.windows().get(next).last() < i) {
                next++;
            }
            boolean inside =
                    next < file.windows().size() && file.windows().get(next).first() <= i;
            if (i < probation(scores.length)) {
                continue;
            }
            if (inside) {
                NabFile.Window window = file.windows().get(next);
                double at = -(window.last() - i + 1.0) / window.width();
                rows.add(new Row(scores[i], firstWindow + next, sigmoid(at) / most));
            } else {
                rows.add(new Row(
                        scores[i], -1, next == 0 ? -1 : behind(file.windows().get(next - 1), i)));
            }
        }
    }

    private static double behind(NabFile.Window window, int row) {
        return sigmoid((row - window.last()) / Math.max(1.0, window.width() - 1));
    }

    private static double sigmoid(double at) {
        return at >= FAR ? -1 : 2 / (1 + Math.exp(5 * at)) - 1;
    }

    /** Lowers the threshold row by row and keeps the best total. */
    private static NabScore best(List<Row> rows, int windows, NabProfile profile) {
        Sum sum = new Sum(windows, profile);
        double best = sum.total;
        NabScore kept = sum.score(Double.POSITIVE_INFINITY);
        for (int i = 0; i < rows.size(); i++) {
            sum.add(rows.get(i));
            boolean last = i + 1 == rows.size()
                    || rows.get(i + 1).score() < rows.get(i).score();
            if (last && sum.total > best) {
                best = sum.total;
                kept = sum.score(rows.get(i).score());
            }
        }
        return kept;
    }

    private static NabScore last(List<Row> rows, int windows, NabProfile profile, double threshold) {
        Sum sum = new Sum(windows, profile);
        rows.forEach(sum::add);
        return sum.score(threshold);
    }

    /** What the alarms so far are worth: a window by its best alarm, false ones each. */
    private static final class Sum {
        private final NabProfile profile;
        private final double[] worth;
        private double total;
        private int found;
        private int falseAlarms;

        Sum(int windows, NabProfile profile) {
            this.profile = profile;
            worth = new double[windows];
            Arrays.fill(worth, -profile.missed());
            total = -profile.missed() * windows;
        }

        void add(Row row) {
            if (row.window() < 0) {
                falseAlarms++;
                total += row.worth() * profile.falseAlarm();
                return;
            }
            found += worth[row.window()] == -profile.missed() ? 1 : 0;
            double now = Math.max(worth[row.window()], row.worth() * profile.found());
            total += now - worth[row.window()];
            worth[row.window()] = now;
        }

        NabScore score(double threshold) {
            return new NabScore(normal(total, worth.length, profile), total, threshold, found, falseAlarms);
        }
    }
}
