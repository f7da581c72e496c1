package co.litper.cerebro.benchmarks.memory;

import co.litper.cerebro.benchmarks.BenchDataException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of a CSV without a heading. */
final class SentencePairs {
    private SentencePairs() {}

    /** Two sentences and how alike people found them, 0 to 5. */
    record Pair(String first, String second, double score) {}

    /** The pairs of {@code file}: first, second, score; throws {@link BenchDataException} if it is missing or a row is not so. */
    static List<Pair> read(Path file) {
        List<Pair> pairs = new ArrayList<>();
        for (List<String> row : rows(file)) {
            try {
                pairs.add(new Pair(row.get(0), row.get(1), Double.parseDouble(row.get(2))));
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new BenchDataException(file + ": no 'sentence,sentence,score' in " + row, e);
            }
        }
        return pairs;
    }

    static List<List<String>> rows(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BenchDataException("no file " + file + ". Maybe --file wants another path.", null);
        }
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(record -> rows.add(record.getFields()));
        } catch (IOException | RuntimeException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return rows;
    }
}
