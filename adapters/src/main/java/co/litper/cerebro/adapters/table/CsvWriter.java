package co.litper.cerebro.adapters.table;

import co.litper.cerebro.world.Clock;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes CSV. */
final class CsvWriter extends SpreadsheetWriter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Writer out;
    private final char delimiter;

    CsvWriter(OutputStream stream, char delimiter, List<SheetColumn> columns) throws IOException {
        super(columns.size());
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.delimiter = delimiter;
        out.write('\uFEFF');
        write(columns.stream().map(column -> SheetValue.of(column.heading())).toList());
    }

    @Override
    void write(List<SheetValue> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            out.write(quoted(text(values.get(i))));
        }
        out.write("\r\n");
    }

    static String text(SheetValue value) {
        return switch (value) {
            case SheetValue.Text(String text) -> neutral(text);
            case SheetValue.Whole(long number) -> Long.toString(number);
            case SheetValue.Cop(long pesos) -> Long.toString(pesos);
            case SheetValue.When(Dated dated) ->
                (dated.precision() == Dated.Precision.DAY ? DAY : SECOND)
                        .format(dated.at().atZone(Clock.BOGOTA));
        };
    }

    private String quoted(String text) {
        boolean plain = text.indexOf(delimiter) < 0 && text.indexOf('"') < 0 && text.equals(text.strip());
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
