package co.litper.cerebro.adapters.dropi;

import co.litper.cerebro.adapters.dropi.DropiRow.Amounts;
import co.litper.cerebro.adapters.dropi.DropiRow.Goods;
import co.litper.cerebro.adapters.dropi.DropiRow.Issue;
import co.litper.cerebro.adapters.dropi.DropiRow.Movement;
import co.litper.cerebro.adapters.dropi.DropiRow.Payment;
import co.litper.cerebro.adapters.dropi.DropiRow.Person;
import co.litper.cerebro.adapters.table.ColumnSet;
import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowCells;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.adapters.table.TableFile;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads Dropi's exports, the tracking and the order columns alike, from .csv and .xlsx.
 *
 * <p>A row is refused if it has neither guide nor order id, no status, a date that cannot be or lies over 24 hours
 * ahead, a negative amount (other than the profit), a guide whose digits a spreadsheet lost, or text whose letters were
 * destroyed. A phone that cannot be read refuses nothing. Stateless, thread-safe; memory as {@link TableFile}.
 */
public final class DropiExport {
    /** In the excerpt of a refused row, before its guide number. */
    public static final String GUIDE_IN_EXCERPT = DropiColumn.GUIDE.headings().getFirst() + "=";

    /** More pieces than any parcel holds. */
    private static final long MAX_QUANTITY = 10_000;

    private static final ColumnSet<DropiColumn> COLUMNS = ColumnSet.of(
            DropiColumn.class,
            List.of(Set.of(DropiColumn.GUIDE, DropiColumn.ORDER_ID), Set.of(DropiColumn.STATUS)),
            Set.of(
                    DropiColumn.GUIDE,
                    DropiColumn.ORDER_ID,
                    DropiColumn.STATUS,
                    DropiColumn.CARRIER,
                    DropiColumn.CITY,
                    DropiColumn.DATE));

    private DropiExport() {}

    /** The columns that are read, each by the headings it goes by, the usual one first. */
    public static List<List<String>> headings() {
        return Arrays.stream(DropiColumn.values()).map(DropiColumn::headings).toList();
    }

    /**
     * Reads an export row by row.
     *
     * @param file the file, .csv or .xlsx, told by its content
     * @param limits bounds of size and memory; {@link Limits#DEFAULT} in production
     * @param clock tells which dates lie in the future
     * @param sink takes each row or refusal, in file order
     * @param progress is told how far reading has come
     * @return the account, and the problem of the file if there was one; bad content never throws
     */
    public static ReadResult read(
            Path file, Limits limits, Clock clock, Consumer<RowResult<DropiRow>> sink, Progress progress) {
        return TableFile.read(file, COLUMNS, limits, clock, DropiExport::row, sink, progress);
    }

    /** A refused row yields a placeholder that {@link TableFile} drops. */
    private static DropiRow row(RowCells<DropiColumn> cells) {
        String guide = cells.code(DropiColumn.GUIDE);
        String order = cells.code(DropiColumn.ORDER_ID);
        String status = cells.text(DropiColumn.STATUS);
        if (guide.isEmpty() && order.isEmpty()) {
            cells.refuse("the row has neither a guide number nor an order id");
        }
        if (status.isEmpty()) {
            cells.refuse("the status is empty");
        }
        return new DropiRow(
                order,
                guide.isEmpty() && order.isEmpty() ? "?" : guide,
                status,
                cells.text(DropiColumn.CARRIER),
                cells.text(DropiColumn.CITY),
                cells.text(DropiColumn.DEPARTMENT),
                cells.date(DropiColumn.DATE, DropiColumn.TIME),
                cells.date(DropiColumn.GUIDE_DATE),
                movement(cells),
                issue(cells),
                person(cells),
                amounts(cells),
                goods(cells));
    }

    private static Movement movement(RowCells<DropiColumn> cells) {
        return new Movement(
                cells.text(DropiColumn.LAST_MOVEMENT),
                cells.text(DropiColumn.LAST_MOVEMENT_CONCEPT),
                cells.text(DropiColumn.LAST_MOVEMENT_PLACE),
                cells.date(DropiColumn.LAST_MOVEMENT_DATE, DropiColumn.LAST_MOVEMENT_TIME));
    }

    private static Issue issue(RowCells<DropiColumn> cells) {
        return new Issue(
                cells.text(DropiColumn.ISSUE),
                solved(cells.text(DropiColumn.ISSUE_SOLVED)),
                cells.text(DropiColumn.SOLUTION),
                cells.text(DropiColumn.OBSERVATION),
                cells.date(DropiColumn.ISSUE_DATE, DropiColumn.ISSUE_TIME),
                cells.date(DropiColumn.SOLUTION_DATE, DropiColumn.SOLUTION_TIME));
    }

    private static Person person(RowCells<DropiColumn> cells) {
        return new Person(
                cells.text(DropiColumn.CUSTOMER_NAME),
                cells.phone(DropiColumn.PHONE),
                cells.text(DropiColumn.EMAIL),
                cells.text(DropiColumn.ADDRESS),
                cells.text(DropiColumn.NOTES));
    }

    private static Amounts amounts(RowCells<DropiColumn> cells) {
        return new Amounts(
                cells.cop(DropiColumn.BILLED),
                cells.cop(DropiColumn.PRODUCT_VALUE),
                cells.cop(DropiColumn.PRODUCT_COST),
                cells.signedCop(DropiColumn.PROFIT),
                cells.cop(DropiColumn.FREIGHT),
                cells.cop(DropiColumn.RETURN_FREIGHT),
                cells.cop(DropiColumn.COMMISSION));
    }

    private static Goods goods(RowCells<DropiColumn> cells) {
        return new Goods(
                cells.text(DropiColumn.PRODUCT),
                cells.text(DropiColumn.SKU),
                cells.text(DropiColumn.VARIATION),
                cells.count(DropiColumn.QUANTITY, MAX_QUANTITY),
                payment(cells.text(DropiColumn.SHIPPING_TYPE)),
                cells.text(DropiColumn.SHOP),
                cells.text(DropiColumn.CATEGORIES),
                cells.text(DropiColumn.TAGS),
                cells.code(DropiColumn.INVOICE),
                cells.code(DropiColumn.SHOP_ORDER_ID),
                cells.code(DropiColumn.SHOP_ORDER_NUMBER));
    }

    /** Unlike a tariff's, this column is a remark: other words than yes and no are no reason to refuse the row. */
    private static Optional<Boolean> solved(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "si", "sí", "s", "yes", "true", "1", "solucionada" -> Optional.of(true);
            case "no", "n", "false", "0", "pendiente" -> Optional.of(false);
            case String other -> Optional.empty();
        };
    }

    private static Payment payment(String text) {
        String words =
                text.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "").replace("-", "");
        return switch (words) {
            case "conrecaudo", "contraentrega", "pagocontraentrega", "contrareembolso", "cod", "si", "sí", "recaudo" ->
                Payment.COD;
            case "sinrecaudo", "prepagado", "prepago", "pagado", "pagoanticipado", "anticipado", "no" ->
                Payment.PREPAID;
            case String other -> Payment.UNKNOWN;
        };
    }
}
