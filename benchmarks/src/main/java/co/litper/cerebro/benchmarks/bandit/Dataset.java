package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.benchmarks.BenchDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as learners take them: numbers scaled to mean 0 and deviation 1 and cut at ± 4, words one-hot, rare words together,
 * missing as 0. The scale is that of the whole file, without its labels; ours and the peer see the same values.
 *
 * @param features [rows][width]
 * @param labels class of each row, 0 to classes − 1
 * @param classes names
 */
@SuppressWarnings("ArrayRecordComponent") // large and read-only
record Dataset(float[][] features, int[] labels, List<String> classes) {
    /** Widest row: a bandit's matrices are width² an arm. */
    private static final int MOST_WIDTH = 1_024;
    /** Words of a column that get a place of their own at the most. */
    private static final int MOST_WORDS = 64;

    private static final int MOST_CLASSES = 256;
    private static final double CLIP = 4;

    static Dataset of(Table table, int target) {
        Map<String, Integer> classes = new LinkedHashMap<>();
        int n = table.rows().size();
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            String label = table.rows().get(i)[target];
            labels[i] = classes.computeIfAbsent(label, _ -> classes.size());
        }
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw new BenchDataException(
                    "column '" + table.names().get(target) + "' has " + classes.size() + " classes, 2 to "
                            + MOST_CLASSES + " are needed. Maybe --target names another column.",
                    null);
        }
        List<float[]> columns = new ArrayList<>();
        for (int c = 0; c < table.names().size(); c++) {
            if (c != target) {
                add(table, c, columns);
            }
        }
        if (columns.isEmpty() || columns.size() > MOST_WIDTH) {
            throw new BenchDataException(
                    "rows have " + columns.size() + " features, 1 to " + MOST_WIDTH + " are needed", null);
        }
        float[][] rows = new float[n][columns.size()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns.size(); j++) {
                rows[i][j] = columns.get(j)[i];
            }
        }
        return new Dataset(rows, labels, List.copyOf(classes.keySet()));
    }

    private static void add(Table table, int c, List<float[]> columns) {
        boolean numbers = table.rows().stream().allMatch(r -> Table.isMissing(r[c]) || Table.isNumber(r[c]));
        if (numbers) {
            columns.add(scaled(table, c));
        } else {
            addWords(table, c, columns);
        }
    }

    private static float[] scaled(Table table, int c) {
        int n = table.rows().size();
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (String[] row : table.rows()) {
            if (!Table.isMissing(row[c])) {
                double v = Double.parseDouble(row[c]);
                count++;
                double off = v - sum;
                sum += off / count;
                squares += off * (v - sum);
            }
        }
        double deviation = Math.sqrt(squares / Math.max(1, count));
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            String cell = table.rows().get(i)[c];
            if (!Table.isMissing(cell) && deviation > 0) {
                double z = (Double.parseDouble(cell) - sum) / deviation;
                out[i] = (float) Math.max(-CLIP, Math.min(CLIP, z));
            }
        }
        return out;
    }

    private static void addWords(Table table, int c, List<float[]> columns) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        table.rows().forEach(row -> counts.merge(row[c], 1, Integer::sum));
        List<String> common = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        common.forEach(word -> places.put(word, places.size()));
        int width = places.size() + (counts.size() > places.size() ? 1 : 0);
        int n = table.rows().size();
        float[][] out = new float[width][n];
        for (int i = 0; i < n; i++) {
            out[places.getOrDefault(table.rows().get(i)[c], places.size())][i] = 1;
        }
        columns.addAll(List.of(out));
    }

    int width() {
        return features[0].length;
    }

    int size() {
        return labels.length;
    }
}
