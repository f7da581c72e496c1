package co.litper.cerebro.benchmarks.anomaly;

import java.util.List;

/**
 * One series of the corpus.
 *
 * @param name folder and file, as the windows name it
 * @param stamps as written [n]
 * @param seconds since 1970 as if the stamps were UTC [n]
 * @param values [n], NaN where there is none
 * @param windows of anomalies, in order
 */
record NabFile(String name, String[] stamps, long[] seconds, double[] values, List<Window> windows) {

    /**
     * Rows of an anomaly, both ends included.
     *
     * @param first row
     * @param last row
     */
    record Window(int first, int last) {
        int width() {
            return last - first + 1;
        }
    }

    /** 1 for a row within a window. */
    int label(int row) {
        return windows.stream().anyMatch(w -> w.first() <= row && row <= w.last()) ? 1 : 0;
    }
}
