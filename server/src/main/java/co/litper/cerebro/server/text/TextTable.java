package co.litper.cerebro.server.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of equal columns for a terminal. A column is as wide as its widest text, at most its limit; longer text is cut and
 * ends with {@code …}. Not thread-safe. O(cells).
 */
public final class TextTable {
    /** Characters of a line that every terminal has room for. */
    public static final int MOST_WIDTH = 120;

    private static final String GAP = "  ";
    private static final String NOTE_INDENT = "      ";

    /**
     * A column.
     *
     * @param heading its first line
     * @param most characters at most, at least 1
     * @param right true to align to the right, as numbers want it
     */
    public record Column(String heading, int most, boolean right) {
        /** A column of text. */
        public static Column text(String heading, int most) {
            return new Column(heading, most, false);
        }

        /** A column of numbers. */
        public static Column number(String heading, int most) {
            return new Column(heading, most, true);
        }
    }

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, String note) {}

    public TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
        rows.add(new Row(columns.stream().map(Column::heading).toList(), ""));
    }

    /** Adds a row; it must have a text for each column. */
    public void row(List<String> cells) {
        row(cells, "");
    }

    /** Adds a row with a line of its own below it, cut to {@link #MOST_WIDTH}. */
    public void row(List<String> cells, String note) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("row has " + cells.size() + " cells, the table " + columns.size());
        }
        rows.add(new Row(List.copyOf(cells), note));
    }

    /** Heading, a rule, then the rows; no line ends with a space. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>(rows.size() + 1);
        for (Row row : rows) {
            lines.add(line(row.cells(), widths));
            if (!row.note().isEmpty()) {
                lines.add(NOTE_INDENT + cut(row.note(), MOST_WIDTH - NOTE_INDENT.length()));
            }
            if (lines.size() == 1) {
                lines.add(rule(widths));
            }
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (Row row : rows) {
            for (int i = 0; i < widths.length; i++) {
                int length =
                        row.cells().get(i).codePointCount(0, row.cells().get(i).length());
                widths[i] = Math.max(widths[i], Math.min(columns.get(i).most(), length));
            }
        }
        return widths;
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = cut(row.get(i), widths[i]);
            String pad = " ".repeat(widths[i] - text.codePointCount(0, text.length()));
            line.append(i == 0 ? "" : GAP).append(columns.get(i).right() ? pad + text : text + pad);
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP).append("─".repeat(widths[i]));
        }
        return line.toString();
    }

    /** The text on one line without controls, cut to {@code most} characters; a cut one ends with {@code …}. */
    public static String cut(String text, int most) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        String line = clean.toString().strip();
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, Math.max(0, most - 1)))
                        .stripTrailing() + "…";
    }
}
