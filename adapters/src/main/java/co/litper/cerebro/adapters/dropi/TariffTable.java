package co.litper.cerebro.adapters.dropi;

import co.litper.cerebro.adapters.table.ColumnSet;
import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowCells;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.adapters.table.TableFile;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a table of carriers' tariffs and coverage from .csv and .xlsx, as generously as {@link DropiExport}.
 *
 * <p>Needed are the carrier, a place (city, DANE code or department), and a freight or a coverage. A row is refused if it
 * lacks carrier or place, or has an amount, a number of days or an answer that cannot be. Stateless, thread-safe.
 */
public final class TariffTable {
    /** A promise beyond this is a mistake of column. */
    private static final long MAX_DAYS = 90;

    private static final int DANE_DIGITS = 5;

    private static final ColumnSet<TariffColumn> COLUMNS = ColumnSet.of(
            TariffColumn.class,
            List.of(
                    Set.of(TariffColumn.CARRIER),
                    Set.of(TariffColumn.CITY, TariffColumn.DANE, TariffColumn.DEPARTMENT),
                    Set.of(TariffColumn.FREIGHT, TariffColumn.COVERAGE)),
            Set.of(TariffColumn.CARRIER, TariffColumn.DANE));

    private TariffTable() {}

    /**
     * Reads a table row by row.
     *
     * @param file the file, .csv or .xlsx, told by its content
     * @param limits bounds of size and memory; {@link Limits#DEFAULT} in production
     * @param sink takes each row or refusal, in file order
     * @return the account, and the problem of the file if there was one; bad content never throws
     */
    public static ReadResult read(Path file, Limits limits, Consumer<RowResult<Tariff>> sink) {
        return TableFile.read(file, COLUMNS, limits, Clock.system(), TariffTable::tariff, sink, Progress.NONE);
    }

    private static Tariff tariff(RowCells<TariffColumn> cells) {
        String carrier = cells.text(TariffColumn.CARRIER);
        String city = cells.text(TariffColumn.CITY);
        String dane = dane(cells);
        String department = cells.text(TariffColumn.DEPARTMENT);
        OptionalLong freight = cells.cop(TariffColumn.FREIGHT);
        boolean covered = cells.yesNo(TariffColumn.COVERAGE).orElse(true);
        if (carrier.isEmpty()) {
            cells.refuse("the carrier is empty");
        }
        if (city.isEmpty() && dane.isEmpty() && department.isEmpty()) {
            cells.refuse("the row names no city, DANE code or department");
        }
        return new Tariff(
                carrier,
                city,
                dane,
                department,
                freight,
                cells.cop(TariffColumn.RETURN_FREIGHT),
                cells.count(TariffColumn.DAYS, MAX_DAYS),
                covered,
                cells.yesNo(TariffColumn.COD));
    }

    /** Five digits; spreadsheets drop the leading zero of Antioquia, Atlántico and others. */
    private static String dane(RowCells<TariffColumn> cells) {
        String code = cells.code(TariffColumn.DANE);
        String full = code.length() == DANE_DIGITS - 1 ? "0" + code : code;
        if (!full.isEmpty() && !full.matches("\\d{" + DANE_DIGITS + "}")) {
            cells.refuse("the DANE code has not five digits");
            return "";
        }
        return full;
    }
}
