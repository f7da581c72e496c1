package co.litper.cerebro.benchmarks.forecast;

import co.litper.cerebro.benchmarks.BenchDataException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Series by name: one a line, its name first, behind a line of column names; empty cells and NA at the end are none. */
final class SeriesFile {
    private SeriesFile() {}

    /** Reads {@code file}; throws {@link BenchDataException} with the line if it is missing or a cell is no number. */
    static SequencedMap<String, double[]> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BenchDataException("no file " + file + ". Maybe --train or --test wants another path.", null);
        }
        SequencedMap<String, double[]> series = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file)) {
            boolean head = true;
            for (CsvRecord row : csv) {
                if (!head) {
                    series.put(row.getField(0).strip(), values(file, row));
                }
                head = false;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (series.isEmpty()) {
            throw new BenchDataException(file + " has no series", null);
        }
        return series;
    }

    private static double[] values(Path file, CsvRecord row) {
        List<String> cells = row.getFields();
        int end = cells.size();
        while (end > 1 && isNone(cells.get(end - 1))) {
            end--;
        }
        double[] values = new double[end - 1];
        for (int i = 1; i < end; i++) {
            try {
                values[i - 1] = Double.parseDouble(cells.get(i));
            } catch (NumberFormatException e) {
                throw new BenchDataException(
                        file + " line " + row.getStartingLineNumber() + ", cell " + (i + 1) + ": '" + cells.get(i)
                                + "' is no number",
                        e);
            }
        }
        return values;
    }

    private static boolean isNone(String cell) {
        return cell.isBlank() || cell.strip().equals("NA");
    }
}
