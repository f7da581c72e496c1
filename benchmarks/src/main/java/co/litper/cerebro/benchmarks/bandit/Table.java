package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.benchmarks.BenchDataException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A rectangle of text read from CSV (comma, semicolon or tab, with or without a line of names) or ARFF, either of them also
 * gzipped.
 *
 * @param names of the columns, their numbers from 1 where the file has none
 * @param rows at least two, each as wide as {@code names}
 */
record Table(List<String> names, List<String[]> rows) {
    /** More rows than this are not read: a bench samples them anyway. */
    private static final int MOST_ROWS = 2_000_000;

    private static final Set<String> MISSING = Set.of("", "?", "na", "nan", "null");

    static Table read(Path file) {
        if (!Files.isReadable(file)) {
            throw new BenchDataException(
                    "no data: " + file + " is not there. Maybe --file should name a CSV or ARFF file.", null);
        }
        try (BufferedReader in = open(file)) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            List<String> names = new ArrayList<>();
            boolean arff = name.endsWith(".arff") || name.endsWith(".arff.gz");
            if (arff) {
                skipHead(in, names);
            }
            List<String[]> rows = cells(in);
            Table table = arff ? new Table(names, rows) : named(rows);
            table.requireRectangle(file);
            return table;
        } catch (IOException | UncheckedIOException | CsvParseException | IllegalArgumentException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean zipped = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new BufferedReader(new InputStreamReader(zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }

    private static void skipHead(BufferedReader in, List<String> names) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String text = line.strip();
            String start = text.toLowerCase(Locale.ROOT);
            if (start.startsWith("@data")) {
                return;
            }
            if (start.startsWith("@attribute")) {
                String rest = text.substring("@attribute".length()).strip();
                char quote = rest.isEmpty() ? ' ' : rest.charAt(0);
                int end = quote == '\'' || quote == '"' ? rest.indexOf(quote, 1) : indexOfBlank(rest);
                names.add(end < 0 ? rest : rest.substring(quote == '\'' || quote == '"' ? 1 : 0, end));
            }
        }
    }

    private static int indexOfBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '{') {
                return i;
            }
        }
        return -1;
    }

    private static List<String[]> cells(BufferedReader in) throws IOException {
        in.mark(1 << 20);
        String first = in.readLine();
        in.reset();
        char separator = separator(first == null ? "" : first);
        List<String[]> rows = new ArrayList<>();
        for (CsvRecord record : CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .ofCsvRecord(in)) {
            if (record.getField(0).startsWith("%") || rows.size() == MOST_ROWS) {
                continue;
            }
            String[] row = new String[record.getFieldCount()];
            for (int i = 0; i < row.length; i++) {
                row[i] = record.getField(i).strip();
            }
            rows.add(row);
        }
        return rows;
    }

    private static char separator(String line) {
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            best = count(line, c) > count(line, best) ? c : best;
        }
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(x -> x == c).count();
    }

    private static Table named(List<String[]> rows) {
        List<String> names = new ArrayList<>();
        int width = rows.isEmpty() ? 0 : rows.getFirst().length;
        boolean headed = rows.size() > 1 && startsWithNames(rows);
        for (int i = 0; i < width; i++) {
            names.add(headed ? rows.getFirst()[i] : String.valueOf(i + 1));
        }
        return new Table(names, headed ? rows.subList(1, rows.size()) : rows);
    }

    /** Names stand above numbers, or are words that mostly come never again in their columns. */
    private static boolean startsWithNames(List<String[]> rows) {
        String[] first = rows.getFirst();
        int fresh = 0;
        for (int c = 0; c < first.length; c++) {
            if (isNumber(first[c])) {
                return false;
            }
            Set<String> seen = new HashSet<>();
            boolean numbers = true;
            for (String[] row : rows.subList(1, rows.size())) {
                if (c < row.length) {
                    seen.add(row[c]);
                    numbers &= isMissing(row[c]) || isNumber(row[c]);
                }
            }
            if (numbers && !isMissing(first[c])) {
                return true;
            }
            fresh += seen.contains(first[c]) ? 0 : 1;
        }
        return fresh * 2 > first.length;
    }

    private void requireRectangle(Path file) {
        if (rows.size() < 2 || names.size() < 2) {
            throw new BenchDataException(
                    file + " has " + rows.size() + " rows of " + names.size() + " columns, 2 × 2 are needed", null);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != names.size()) {
                throw new BenchDataException(
                        file + ": row " + (i + 1) + " has " + rows.get(i).length + " cells, others " + names.size(),
                        null);
            }
        }
    }

    static boolean isMissing(String cell) {
        return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Number of a column by its name or its number from 1. */
    int column(String nameOrNumber) {
        int at = names.indexOf(nameOrNumber);
        if (at < 0 && nameOrNumber.matches("[0-9]{1,6}")) {
            at = Integer.parseInt(nameOrNumber) - 1;
        }
        if (at < 0 || at >= names.size()) {
            throw new BenchDataException("no column '" + nameOrNumber + "'. Maybe one of " + names, null);
        }
        return at;
    }
}
