package co.litper.cerebro.benchmarks.drift;

import co.litper.cerebro.benchmarks.BenchDataException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The rows of a CSV or ARFF file, the last column being the class. A feature is a number if its first row is one; words become
 * the number of their first appearance, per column.
 *
 * @param features [rows × columns], NaN where missing
 * @param nominal which columns are words
 * @param labels class of each row, 0 to classes − 1
 * @param classes how many there are
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record LabelledRows(double[][] features, boolean[] nominal, int[] labels, int classes) {
    /** Rows read at most: what a gigabyte holds. */
    private static final int MOST_ROWS = 5_000_000;

    private static final int GZIP_FIRST = 0x1F;

    /** Reads {@code file}; throws {@link BenchDataException} if it is missing, empty or uneven. */
    static LabelledRows read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BenchDataException("no file " + file + ". Maybe --file wants another path.", null);
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            in.mark(1 << 16);
            String first = in.readLine();
            boolean arff = first != null && (first.startsWith("@") || first.startsWith("%"));
            if (arff) {
                skipHead(in);
            } else {
                in.reset();
            }
            List<String[]> rows = rows(in);
            if (!arff && !rows.isEmpty() && isHeader(rows.getFirst())) {
                rows.removeFirst();
            }
            return of(file, rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == GZIP_FIRST ? new GZIPInputStream(in) : in;
    }

    private static void skipHead(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.strip().toLowerCase(Locale.ROOT).equals("@data")) {
            line = in.readLine();
        }
    }

    private static List<String[]> rows(BufferedReader in) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(in)) {
            for (CsvRecord record : reader) {
                if (rows.size() < MOST_ROWS) {
                    rows.add(record.getFields().toArray(String[]::new));
                }
            }
        }
        return rows;
    }

    private static boolean isHeader(String[] row) {
        for (String cell : row) {
            if (isNumber(cell) || cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static LabelledRows of(Path file, List<String[]> rows) {
        if (rows.isEmpty() || rows.getFirst().length < 2) {
            throw new BenchDataException(file + " has no rows with a feature and a class", null);
        }
        int width = rows.getFirst().length - 1;
        boolean[] nominal = new boolean[width];
        List<Map<String, Integer>> words = new ArrayList<>();
        for (int c = 0; c <= width; c++) {
            words.add(new HashMap<>());
            if (c < width) {
                nominal[c] = !isNumber(rows.getFirst()[c]) && !isMissing(rows.getFirst()[c]);
            }
        }
        double[][] features = new double[rows.size()][width];
        int[] labels = new int[rows.size()];
        for (int r = 0; r < labels.length; r++) {
            String[] row = rows.get(r);
            if (row.length != width + 1) {
                throw new BenchDataException(
                        file + ": row " + (r + 1) + " has " + row.length + " cells, " + (width + 1) + " expected",
                        null);
            }
            for (int c = 0; c < width; c++) {
                features[r][c] = cell(row[c], nominal[c], words.get(c));
            }
            labels[r] = place(words.get(width), row[width]);
        }
        return new LabelledRows(features, nominal, labels, words.get(width).size());
    }

    private static double cell(String text, boolean nominal, Map<String, Integer> words) {
        if (isMissing(text)) {
            return Double.NaN;
        }
        return nominal ? place(words, text) : Double.parseDouble(text);
    }

    private static int place(Map<String, Integer> words, String word) {
        Integer known = words.get(word);
        if (known == null) {
            known = words.size();
            words.put(word, known);
        }
        return known;
    }

    private static boolean isMissing(String cell) {
        return cell.isBlank() || cell.strip().equals("?");
    }

    private static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
