package co.litper.cerebro.benchmarks.streams;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CSV: separator by the first line, header by its contents, missing as empty, ?, NA, NaN or null. */
final class CsvColumns {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LONGEST_LINE = 1 << 20;

    private CsvColumns() {}

    static RawColumns read(BufferedReader in, int most) throws IOException {
        in.mark(LONGEST_LINE);
        String first = in.readLine();
        in.reset();
        if (first == null) {
            throw new IOException("it is empty");
        }
        if (first.startsWith("\uFEFF")) {
            in.skip(1);
        }
        char separator = separator(first);
        List<@Nullable String[]> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .ofCsvRecord(in)) {
            for (CsvRecord record : records) {
                rows.add(cells(record));
                if (rows.size() > most) {
                    break;
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IOException("it is empty");
        }
        return columns(rows, most);
    }

    private static char separator(String line) {
        char best = ',';
        long most = 0;
        for (char c : SEPARATORS) {
            long count = line.chars().filter(x -> x == c).count();
            if (count > most) {
                most = count;
                best = c;
            }
        }
        return best;
    }

    private static @Nullable String[] cells(CsvRecord record) {
        @Nullable String[] cells = new String[record.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = RawColumns.present(record.getField(i));
        }
        return cells;
    }

    private static RawColumns columns(List<@Nullable String[]> rows, int most) {
        @Nullable String[] first = rows.getFirst();
        List<String> names = new ArrayList<>();
        boolean header = isHeader(rows);
        List<@Nullable List<String>> declared = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            String name = first[i];
            names.add(header && name != null ? name : "column" + i);
            declared.add(null);
        }
        if (header) {
            rows.removeFirst();
        }
        return new RawColumns(names, declared, rows.size() > most ? rows.subList(0, most) : rows);
    }

    /** A first line of words is a header if a number stands below one, or none of its words comes again below it. */
    private static boolean isHeader(List<@Nullable String[]> rows) {
        @Nullable String[] first = rows.getFirst();
        if (rows.size() < 2) {
            return false;
        }
        Set<String> words = new HashSet<>();
        for (String cell : first) {
            if (cell != null && isNumber(cell)) {
                return false;
            }
            if (cell != null && !words.add(cell)) {
                return false;
            }
        }
        for (int i = 0; i < first.length; i++) {
            String below = rows.get(1)[i];
            if (below != null && isNumber(below)) {
                return true;
            }
        }
        for (int i = 0; i < first.length; i++) {
            String name = first[i];
            for (int r = 1; name != null && r < rows.size(); r++) {
                if (name.equals(rows.get(r)[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean isNumber(String cell) {
        char last = cell.charAt(cell.length() - 1);
        if (!(last >= '0' && last <= '9' || last == '.')) {
            return false;
        }
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
