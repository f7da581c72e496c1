package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet, streamed from its XML. Blank rows that the sheet leaves out are not delivered. Of a formula its
 * last computed value is read; of merged cells only the first has content. Not thread-safe.
 */
final class XlsxRows implements RawRows, RawRow.Cells {
    /** Row numbers of Excel end at 2^20; a number beyond is damage. */
    private static final long MAX_ROW = 1L << 20;

    private final XmlPart xml;
    private final SharedStrings strings;
    private final Limits limits;
    private final double bytesPerInflated;
    private final TextRepair repair = new TextRepair();
    private final StringBuilder text = new StringBuilder();

    private Cell[] cells = new Cell[64];
    private int count;
    private long line;
    private long formulas;

    /**
     * The rows of a sheet.
     *
     * @param bytesPerInflated how many bytes of the file one inflated byte of this part stands for
     */
    XlsxRows(XmlPart xml, SharedStrings strings, Limits limits, double bytesPerInflated) {
        this.xml = xml;
        this.strings = strings;
        this.limits = limits;
        this.bytesPerInflated = bytesPerInflated;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        while (xml.next()) {
            if (xml.starts() && xml.name().equals("row")) {
                readRow();
                return this;
            }
            if (xml.ends() && xml.name().equals("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private void readRow() throws IOException {
        line = rowNumber(xml.attribute("r"));
        Arrays.fill(cells, 0, Math.min(count, cells.length), Cell.EMPTY);
        count = 0;
        int nextColumn = 0;
        while (xml.next()) {
            if (xml.ends() && xml.name().equals("row")) {
                return;
            }
            if (xml.starts() && xml.name().equals("c")) {
                int column = column(xml.attribute("r"), nextColumn);
                nextColumn = column + 1;
                put(column, readCell());
            }
        }
    }

    private long rowNumber(@Nullable String r) throws UnreadableFile {
        if (r == null) {
            return line + 1;
        }
        long number = digits(r, 0);
        if (number < 1 || number > MAX_ROW) {
            throw new UnreadableFile(
                    Kind.DAMAGED, "A row has the number '" + Problems.shown(r) + "'. Maybe the file is damaged.");
        }
        return number;
    }

    private Cell readCell() throws IOException {
        String type = xml.attribute("t");
        Cell cell = Cell.EMPTY;
        while (xml.next()) {
            if (xml.ends() && xml.name().equals("c")) {
                break;
            }
            if (!xml.starts()) {
                continue;
            }
            switch (xml.name()) {
                case "v" -> cell = value(type == null ? "n" : type);
                case "is" -> {
                    text.setLength(0);
                    RichText.read(xml, "is", text, limits.maxCellChars());
                    cell = bounded();
                }
                case "f" -> {
                    formulas++;
                    xml.skipElement();
                }
                default -> xml.skipElement();
            }
        }
        return cell;
    }

    private Cell value(String type) throws IOException {
        text.setLength(0);
        while (xml.next() && !(xml.ends() && xml.name().equals("v"))) {
            xml.appendText(text, limits.maxCellChars());
        }
        return switch (type) {
            case "s" -> strings.get(text.toString(), repair);
            case "n" -> new Cell(text.toString().strip(), Cell.Kind.NUMBER);
            case "e" -> new Cell("", Cell.Kind.ERROR);
            case "b" -> Cell.text(text.toString().strip().equals("1") ? "true" : "false");
            default -> bounded();
        };
    }

    private Cell bounded() {
        return text.length() > limits.maxCellChars() ? Cell.TOO_LONG : repair.repair(unescape(text.toString()));
    }

    /** Excel writes characters that XML cannot hold as _x000D_. */
    private static String unescape(String raw) {
        return raw.contains("_x000D_") ? raw.replace("_x000D_", " ") : raw;
    }

    private void put(int column, Cell cell) {
        if (column >= limits.maxColumns()) {
            return;
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
        }
        for (int i = count; i < column; i++) {
            cells[i] = Cell.EMPTY;
        }
        cells[column] = cell;
        count = Math.max(count, column + 1);
    }

    /** The column that a reference such as {@code AB12} names, from 0. */
    private static int column(@Nullable String reference, int following) {
        if (reference == null) {
            return following;
        }
        int column = 0;
        int i = 0;
        while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z' && i < 4) {
            column = column * 26 + reference.charAt(i++) - 'A' + 1;
        }
        return column == 0 ? following : column - 1;
    }

    private static long digits(String text, int from) {
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || value > MAX_ROW) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    @Override
    public void expectCells(int cellCount) {
        // Rows of a sheet have clear ends.
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Cell cell(int index) {
        return index < count ? cells[index] : Cell.EMPTY;
    }

    @Override
    public boolean blank() {
        for (int i = 0; i < count; i++) {
            if (cells[i].kind() != Cell.Kind.TEXT || !cells[i].text().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long bytesRead() {
        return (long) (xml.inflated() * bytesPerInflated);
    }

    @Override
    public long skippedLines() {
        return 0;
    }

    @Override
    public long formulaCells() {
        return formulas;
    }

    @Override
    public long repairedCells() {
        return repair.repaired();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
