package co.litper.cerebro.benchmarks.experiment;

import co.litper.cerebro.benchmarks.BenchDataException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The metrics of each variant's units; the separator is the one of comma, semicolon and tab that the first line has most. */
final class ExperimentTable {
    private static final int GZIP_FIRST = 0x1F;
    private static final int LONGEST_HEAD = 1 << 16;

    private final Map<String, List<double[]>> rows = new TreeMap<>();
    private final Map<String, String> variantOf = new HashMap<>();
    private final Set<String> mixed = new HashSet<>();
    private int repeated;

    private ExperimentTable() {}

    /** Reads {@code file}; throws {@link BenchDataException} if it or a column is missing, or a metric is no number. */
    static ExperimentTable read(Path file, String unit, String variant, List<String> metrics) {
        if (!Files.isRegularFile(file)) {
            throw new BenchDataException("no file " + file + ". Maybe --file wants another path.", null);
        }
        ExperimentTable table = new ExperimentTable();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            in.mark(LONGEST_HEAD);
            String head = in.readLine();
            in.reset();
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator(head == null ? "" : head))
                    .ofNamedCsvRecord(in)) {
                for (NamedCsvRecord record : csv) {
                    table.take(record, unit, variant, metrics);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (table.rows.size() < 2) {
            throw new BenchDataException(file + " has the variants " + table.rows.keySet() + ", two are needed", null);
        }
        return table;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == GZIP_FIRST ? new GZIPInputStream(in) : in;
    }

    private static char separator(String head) {
        char best = ',';
        long most = 0;
        for (char c : new char[] {',', ';', '\t'}) {
            long count = head.chars().filter(x -> x == c).count();
            if (count > most) {
                most = count;
                best = c;
            }
        }
        return best;
    }

    private void take(NamedCsvRecord record, String unit, String variant, List<String> metrics) {
        String of = record.getField(variant);
        String before = variantOf.putIfAbsent(record.getField(unit), of);
        if (before != null) {
            repeated++;
            if (!before.equals(of)) {
                mixed.add(record.getField(unit));
            }
            return;
        }
        double[] values = new double[metrics.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(record.getField(metrics.get(i)));
        }
        rows.computeIfAbsent(of, v -> new ArrayList<>()).add(values);
    }

    private static double number(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> 1;
            case "false", "no" -> 0;
            default -> Double.parseDouble(cell);
        };
    }

    /** Variants by name. */
    List<String> variants() {
        return List.copyOf(rows.keySet());
    }

    /** The values of a metric in a variant. */
    double[] values(String variant, int metric) {
        return rows.getOrDefault(variant, List.of()).stream()
                .mapToDouble(v -> v[metric])
                .toArray();
    }

    /** Rows left out because their unit had been seen. */
    int repeated() {
        return repeated;
    }

    /** Units seen in two variants; counted in the first. */
    int mixed() {
        return mixed.size();
    }
}
