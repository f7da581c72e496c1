package co.litper.cerebro.benchmarks.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads ARFF: nominal, numeric and text attributes, quotes, comments, dense and sparse rows, weights left out. */
final class ArffReader {
    private ArffReader() {}

    static RawColumns read(BufferedReader in, int most) throws IOException {
        List<String> names = new ArrayList<>();
        List<@Nullable List<String>> declared = new ArrayList<>();
        List<@Nullable String[]> rows = new ArrayList<>();
        boolean inData = false;
        long number = 0;
        for (String line = in.readLine(); line != null && rows.size() < most; line = in.readLine()) {
            number++;
            String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
            if (text.isEmpty() || text.startsWith("%")) {
                continue;
            }
            if (inData) {
                rows.add(row(text, names, declared, number));
                continue;
            }
            String word = text.split("[\\s{]", 2)[0].toLowerCase(Locale.ROOT);
            switch (word) {
                case "@data" -> inData = true;
                case "@attribute" -> attribute(text.substring(word.length()).strip(), names, declared, number);
                case "@relation" -> {}
                default ->
                    throw new IOException(
                            "line " + number + " begins with " + word + " where @attribute or @data was expected");
            }
        }
        if (names.isEmpty()) {
            throw new IOException("it declares no attribute");
        }
        return new RawColumns(names, declared, rows);
    }

    private static void attribute(String text, List<String> names, List<@Nullable List<String>> declared, long number)
            throws IOException {
        ArffScanner scanner = new ArffScanner(text, number);
        names.add(scanner.word());
        String rest = scanner.rest();
        if (rest.startsWith("{")) {
            declared.add(new ArffScanner(rest.substring(1), number).values('}'));
            return;
        }
        switch (rest.split("\\s", 2)[0].toLowerCase(Locale.ROOT)) {
            case "numeric", "real", "integer" -> declared.add(List.of());
            case "string", "date" -> declared.add(null);
            default ->
                throw new IOException("line " + number + " declares the type " + rest + ". Maybe numeric or {values}.");
        }
    }

    private static @Nullable String[] row(
            String text, List<String> names, List<@Nullable List<String>> declared, long number) throws IOException {
        if (text.startsWith("{")) {
            return sparse(text, names, declared, number);
        }
        List<String> values = new ArffScanner(text, number).values('\0');
        if (values.size() == names.size() + 1 && values.getLast().startsWith("{")) {
            values.removeLast();
        }
        if (values.size() != names.size()) {
            throw new IOException("line " + number + " has " + values.size() + " values, " + names.size()
                    + " attributes are declared");
        }
        @Nullable String[] cells = new String[names.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = RawColumns.present(values.get(i));
        }
        return cells;
    }

    /** What a sparse row leaves out is 0, or the first declared value. */
    private static @Nullable String[] sparse(
            String text, List<String> names, List<@Nullable List<String>> declared, long number) throws IOException {
        @Nullable String[] cells = new String[names.size()];
        for (int i = 0; i < cells.length; i++) {
            List<String> values = declared.get(i);
            cells[i] = values == null ? null : values.isEmpty() ? "0" : values.getFirst();
        }
        for (String pair : new ArffScanner(text.substring(1), number).pairs()) {
            ArffScanner scanner = new ArffScanner(pair, number);
            String index = scanner.word();
            String rest = scanner.rest();
            try {
                cells[Integer.parseInt(index)] =
                        RawColumns.present(rest.isEmpty() ? "" : new ArffScanner(rest, number).word());
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new IOException("line " + number + " has a value at place " + index + " of " + names.size(), e);
            }
        }
        return cells;
    }
}
