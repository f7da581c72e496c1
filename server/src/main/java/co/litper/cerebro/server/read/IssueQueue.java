package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.adapters.sqlite.Session;
import co.litper.cerebro.server.worklist.Urgency;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Open novedades in the order of {@link Worklist}: what waiting costs, by the time left and the value at risk; and shipments that
 * go back from an office soon. Each question walks one small index of open novedades: O(open novedades), some 10 ms for
 * 50,000. Thread-safe.
 */
public final class IssueQueue {
    /** Novedades of one page at the most. */
    public static final int MOST = 5_000;

    private static final int IN_OFFICE = ShipmentState.IN_OFFICE.ordinal();

    /** The classes of {@link Urgency} and, within each, {@code WorklistItem.copPerHour()}, as SQL. */
    private static final String OPEN_ONES = " FROM parcel INDEXED BY parcel_open WHERE open = 1 AND merchant = ?1";

    private static final String URGENCY = "CASE WHEN ?2 < due THEN 1 WHEN ?2 < due + ?3 THEN 0 ELSE 2 END";
    private static final String HOURLY = "CASE WHEN ?2 >= due AND ?2 < due + ?3 THEN risk"
            + " ELSE risk / max(1.0, abs((due - ?2) / 1000) / 3600.0) END";
    private static final String PAGE =
            "SELECT id" + OPEN_ONES + " ORDER BY " + URGENCY + ", " + HOURLY + " DESC, guide, ord LIMIT ?4 OFFSET ?5";
    private static final String TOTALS = "SELECT count(*), total(?2 >= due AND ?2 < due + ?3), total(?2 >= due + ?3),"
            + " total(risk), total(?2 < due AND due - ?2 < 3600000 * 4)" + OPEN_ONES;
    private static final String OFFICES = "SELECT id FROM parcel INDEXED BY parcel_office WHERE state = " + IN_OFFICE
            + " AND merchant = ? AND due > ? AND due <= ? ORDER BY due LIMIT ?";

    private final ReadFile file;
    private final Words words;

    /**
     * How many novedades wait.
     *
     * @param overdue their deadline passed, but lately
     * @param lapsed it passed longer ago
     * @param riskCop what is lost if all of them come back, pesos
     * @param soon still in time, with less than four hours left
     */
    public record Totals(long open, long overdue, long lapsed, long riskCop, long soon) {}

    IssueQueue(ReadFile file, Words words) {
        this.file = file;
        this.words = words;
    }

    /** The totals at {@code now}. */
    public Totals totals(MerchantId merchant, Instant now) {
        return file.read(session -> {
            PreparedStatement statement = session.statement(TOTALS);
            bind(session, statement, merchant, now);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Totals(
                        rows.getLong(1),
                        (long) rows.getDouble(2),
                        (long) rows.getDouble(3),
                        (long) rows.getDouble(4),
                        (long) rows.getDouble(5));
            }
        });
    }

    /**
     * The numbers in the read tables of the most urgent novedades at {@code now}, the most urgent first.
     *
     * @param limit 1 to {@link #MOST}
     * @param skip how many of the most urgent to leave out, at least 0; the order moves with the clock, so that a page is
     *     named by its place and not by its first line
     */
    public List<Long> ids(MerchantId merchant, Instant now, int limit, int skip) {
        if (limit < 1 || limit > MOST || skip < 0) {
            throw new IllegalArgumentException(
                    "limit must be 1 to " + MOST + " and skip at least 0, are " + limit + " and " + skip);
        }
        return file.read(session -> {
            PreparedStatement statement = session.statement(PAGE);
            bind(session, statement, merchant, now);
            statement.setInt(4, limit);
            statement.setInt(5, skip);
            return ids(statement);
        });
    }

    /** The numbers of shipments that go back from an office within {@link Worklist#OFFICE_AHEAD}, or did lately. */
    public List<Long> offices(MerchantId merchant, Instant now, int limit) {
        return file.read(session -> {
            PreparedStatement statement = session.statement(OFFICES);
            statement.setLong(1, words.find(session, merchant.value()));
            statement.setLong(2, now.minus(Urgency.GRACE).toEpochMilli());
            statement.setLong(3, now.plus(Worklist.OFFICE_AHEAD).toEpochMilli());
            statement.setInt(4, limit);
            return ids(statement);
        });
    }

    private void bind(Session session, PreparedStatement statement, MerchantId merchant, Instant now)
            throws SQLException {
        statement.setLong(1, words.find(session, merchant.value()));
        statement.setLong(2, now.toEpochMilli());
        statement.setLong(3, Urgency.GRACE.toMillis());
    }

    private static List<Long> ids(PreparedStatement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
