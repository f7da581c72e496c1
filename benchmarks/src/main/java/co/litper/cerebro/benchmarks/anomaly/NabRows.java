package co.litper.cerebro.benchmarks.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a detector said of the rows of all files that are judged, surest first. Sorted once, O(n log n), and scored as often as is
 * wanted, O(n) a time, with each file counted as often as is wanted.
 *
 * @param rows by falling score, rows of one score in the order of the files
 * @param windows of each file [files]
 */
record NabRows(List<Row> rows, int[] windows) {
    /** Share of a file at its beginning that is not judged. */
    private static final double PROBATION = 0.15;

    /** Rows of a file that count for the probation. */
    private static final int PROBATION_OF = 5_000;

    /** Window widths behind a window from which on an alarm costs all. */
    private static final double FAR = 3;

    /**
     * A judged row.
     *
     * @param score the detector's
     * @param file its index
     * @param window index among the windows of all files, −1 for none
     * @param worth of an alarm there, −1 to 1
     */
    record Row(double score, int file, int window, double worth) {}

    /** Judges {@code scores}, one array a file in the files' order. */
    static NabRows of(List<NabFile> files, List<double[]> scores) {
        List<Row> rows = new ArrayList<>();
        int[] windows = new int[files.size()];
        int before = 0;
        for (int f = 0; f < files.size(); f++) {
            judge(files.get(f), f, scores.get(f), before, rows);
            windows[f] = files.get(f).windows().size();
            before += windows[f];
        }
        rows.sort(Comparator.comparingDouble(Row::score).reversed());
        return new NabRows(rows, windows);
    }

    /** Counts for each file: once. */
    int[] once() {
        int[] times = new int[windows.length];
        Arrays.fill(times, 1);
        return times;
    }

    /** Windows of all files, each counted as often as {@code times} says [files]. */
    int windows(int[] times) {
        int sum = 0;
        for (int f = 0; f < windows.length; f++) {
            sum += times[f] * windows[f];
        }
        return sum;
    }

    private static int probation(int rows) {
        return (int) Math.floor(PROBATION * Math.min(rows, PROBATION_OF));
    }

    private static void judge(NabFile file, int index, double[] scores, int firstWindow, List<Row> rows) {
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
                rows.add(new Row(scores[i], index, firstWindow + next, sigmoid(at) / most));
            } else {
                double worth = next == 0 ? -1 : behind(file.windows().get(next - 1), i);
                rows.add(new Row(scores[i], index, -1, worth));
            }
        }
    }

    private static double behind(NabFile.Window window, int row) {
        return sigmoid((row - window.last()) / Math.max(1.0, window.width() - 1));
    }

    private static double sigmoid(double at) {
        return at >= FAR ? -1 : 2 / (1 + Math.exp(5 * at)) - 1;
    }
}
