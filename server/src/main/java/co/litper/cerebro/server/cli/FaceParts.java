package co.litper.cerebro.server.cli;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.adapters.table.SheetColumn;
import co.litper.cerebro.adapters.table.SpreadsheetWriter;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.worklist.Sources;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the commands that show people something have in common. */
final class FaceParts {
    private FaceParts() {}

    static Texts texts(CliContext context) {
        return new Texts(context.language());
    }

    /** What a worklist is made of, out of a store. */
    static Sources sources(SqliteStore store, StateView view) {
        return new Sources(
                view,
                store.log(),
                store.vault(),
                AnswerDeadlines.standard(new ColombianHolidays()),
                CityText.of(CityDirectory.packaged()));
    }

    /** Fills a sheet. */
    @FunctionalInterface
    interface SheetFilling {
        void fill(SpreadsheetWriter writer) throws IOException;
    }

    /** Writes a file, .xlsx by its name, else .csv with semicolons, which Excel in Colombia reads. */
    static void writeSheet(Path file, String sheet, List<SheetColumn> columns, SheetFilling filling) {
        boolean workbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                SpreadsheetWriter writer = workbook
                        ? SpreadsheetWriter.xlsx(out, sheet, columns)
                        : SpreadsheetWriter.csv(out, ';', columns)) {
            filling.fill(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
