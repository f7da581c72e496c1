package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.server.worklist.Urgency;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
    private static final String OPEN_ONES = " FROM parcel INDEXED BY parcel_open WHERE open = 1 AND merchant = ?";

    /** The deadline is the column {@code due}; the time since then stands once, so that it is one parameter. */
    private static final String SINCE =
            "SELECT id, guide, ord, CAST(risk AS DOUBLE PRECISION) AS risk, CAST(? AS BIGINT) - due AS since"
                    + OPEN_ONES;

    private static final long GRACE_MS = Urgency.GRACE.toMillis();
    private static final long SOON_MS = Duration.ofHours(4).toMillis();
    private static final String URGENCY = "CASE WHEN since < 0 THEN 1 WHEN since < " + GRACE_MS + " THEN 0 ELSE 2 END";
    private static final String HOURLY = "CASE WHEN since >= 0 AND since < " + GRACE_MS + " THEN risk"
            + " WHEN abs(since / 1000) > 3600 THEN risk / (abs(since / 1000) / 3600.0) ELSE risk END";
    private static final String PAGE = "SELECT id FROM (" + SINCE + ") o ORDER BY " + URGENCY + ", " + HOURLY
            + " DESC, guide, ord LIMIT ? OFFSET ?";
    private static final String TOTALS = "SELECT count(*),"
            + " coalesce(sum(CASE WHEN since >= 0 AND since < " + GRACE_MS + " THEN 1 ELSE 0 END), 0),"
            + " coalesce(sum(CASE WHEN since >= " + GRACE_MS + " THEN 1 ELSE 0 END), 0),"
            + " coalesce(sum(risk), 0),"
            + " coalesce(sum(CASE WHEN since < 0 AND since > -" + SOON_MS + " THEN 1 ELSE 0 END), 0)"
            + " FROM (" + SINCE + ") o";
    private static final String OFFICES = "SELECT id FROM parcel INDEXED BY parcel_office WHERE state = " + IN_OFFICE
            + " AND merchant = ? AND due > ? AND due <= ? ORDER BY due LIMIT ?";

    private final ReadTables file;
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

    IssueQueue(ReadTables file, Words words) {
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
                return new Totals(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5));
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
            statement.setInt(3, limit);
            statement.setInt(4, skip);
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
        statement.setLong(1, now.toEpochMilli());
        statement.setLong(2, words.find(session, merchant.value()));
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
