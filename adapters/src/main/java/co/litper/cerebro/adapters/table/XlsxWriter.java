package co.litper.cerebro.adapters.table;

import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes .xlsx with fastexcel: inline strings, flushed as it goes, so that memory stays constant. */
final class XlsxWriter extends SpreadsheetWriter {
    /** Rows kept before they are flushed. */
    private static final int FLUSH_ROWS = 500;

    /** Excel's limit of a cell. */
    private static final int MAX_TEXT = 32_767;
    /** Beyond it Excel loses digits, so that it is written as text. */
    private static final long MAX_EXACT = 999_999_999_999_999L;

    private static final int MAX_SHEET_NAME = 31;
    private static final String HEADER_FILL = "1F3864";
    private static final String HEADER_FONT = "FFFFFF";

    private final OutputStream out;
    private final Workbook workbook;
    private final String name;
    private final List<SheetColumn> columns;
    private Worksheet sheet;
    private int sheets;
    private int nextRow;

    XlsxWriter(OutputStream out, String name, List<SheetColumn> columns) {
        super(columns.size());
        if (name.isBlank() || name.length() > MAX_SHEET_NAME) {
            throw new IllegalArgumentException("sheet name must have 1 to " + MAX_SHEET_NAME + " characters: " + name);
        }
        this.out = out;
        this.name = name;
        this.columns = columns;
        this.workbook = new Workbook(out, "Cerebro", "1.0");
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        String suffix = sheets == 1 ? "" : " " + sheets;
        String base = name.substring(0, Math.min(name.length(), MAX_SHEET_NAME - suffix.length()));
        Worksheet fresh = workbook.newWorksheet(base + suffix);
        for (int i = 0; i < columns.size(); i++) {
            fresh.width(i, columns.get(i).widthChars());
            fresh.inlineString(0, i, neutral(columns.get(i).heading()));
            fresh.style(0, i)
                    .bold()
                    .fontColor(HEADER_FONT)
                    .fillColor(HEADER_FILL)
                    .set();
        }
        fresh.freezePane(0, 1);
        nextRow = 1;
        return fresh;
    }

    @Override
    void write(List<SheetValue> values) throws IOException {
        if (nextRow == Worksheet.MAX_ROWS) {
            sheet.finish();
            sheet = begin();
        }
        for (int i = 0; i < values.size(); i++) {
            put(i, values.get(i));
        }
        nextRow++;
        if (nextRow % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    private void put(int column, SheetValue value) {
        switch (value) {
            case SheetValue.Text(String text) -> {
                if (!text.isEmpty()) {
                    String safe = neutral(text);
                    sheet.inlineString(nextRow, column, safe.substring(0, Math.min(safe.length(), MAX_TEXT)));
                }
            }
            case SheetValue.Whole(long number) -> {
                if (Math.abs(number) > MAX_EXACT) {
                    sheet.inlineString(nextRow, column, Long.toString(number));
                } else {
                    sheet.value(nextRow, column, number);
                }
            }
            case SheetValue.Cop(long pesos) -> {
                sheet.value(nextRow, column, pesos);
                sheet.style(nextRow, column).format("\"$\" #,##0").set();
            }
            case SheetValue.When(Dated dated) -> {
                sheet.value(nextRow, column, LocalDateTime.ofInstant(dated.at(), Clock.BOGOTA));
                String format = dated.precision() == Dated.Precision.DAY ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm";
                sheet.style(nextRow, column).format(format).set();
            }
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
        out.close();
    }
}
