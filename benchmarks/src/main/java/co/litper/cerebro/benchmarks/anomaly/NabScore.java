package co.litper.cerebro.benchmarks.anomaly;

import java.util.Arrays;
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
    /** At the threshold that is best for all files together, each counted as often as {@code times} says [files]. O(rows). */
    static NabScore of(NabRows rows, int[] times, NabProfile profile) {
        Sum sum = new Sum(rows, times, profile);
        double best = sum.total;
        NabScore kept = sum.score(Double.POSITIVE_INFINITY);
        List<NabRows.Row> all = rows.rows();
        for (int i = 0; i < all.size(); i++) {
            NabRows.Row row = all.get(i);
            sum.add(row);
            boolean last = i + 1 == all.size() || all.get(i + 1).score() < row.score();
            if (last && sum.total > best) {
                best = sum.total;
                kept = sum.score(row.score());
            }
        }
        return kept;
    }

    /** The same at a threshold that was chosen elsewhere. */
    static NabScore at(NabRows rows, int[] times, NabProfile profile, double threshold) {
        Sum sum = new Sum(rows, times, profile);
        for (NabRows.Row row : rows.rows()) {
            if (row.score() < threshold) {
                break;
            }
            sum.add(row);
        }
        return sum.score(threshold);
    }

    /** {@code worth} between no alarm (0) and all found at once (100); 0 where there is no window. */
    static double normal(double worth, int windows, NabProfile profile) {
        double all = (profile.found() + profile.missed()) * windows;
        return windows == 0 ? 0 : 100 * (worth + profile.missed() * windows) / all;
    }

    /** What the alarms so far are worth: a window by its best alarm, false ones each. */
    private static final class Sum {
        private final int[] times;
        private final NabProfile profile;
        private final int windows;
        private final double[] worth;
        private double total;
        private int found;
        private int falseAlarms;

        Sum(NabRows rows, int[] times, NabProfile profile) {
            this.times = times;
            this.profile = profile;
            windows = rows.windows(times);
            worth = new double[rows.windows(rows.once())];
            Arrays.fill(worth, -profile.missed());
            total = -profile.missed() * windows;
        }

        void add(NabRows.Row row) {
            int count = times[row.file()];
            if (count == 0) {
                return;
            }
            if (row.window() < 0) {
                falseAlarms += count;
                total += count * row.worth() * profile.falseAlarm();
                return;
            }
            found += worth[row.window()] == -profile.missed() ? count : 0;
            double now = Math.max(worth[row.window()], row.worth() * profile.found());
            total += count * (now - worth[row.window()]);
            worth[row.window()] = now;
        }

        NabScore score(double threshold) {
            return new NabScore(normal(total, windows, profile), total, threshold, found, falseAlarms);
        }
    }
}
