package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decisions by action, carrier, agent, autonomy and time, newest first. A page costs the same wherever it begins; it looks at no
 * more than {@link Scan#MOST_LOOKED} rows. Thread-safe.
 */
public final class Decisions {
    /** Decisions of a page at the most. */
    public static final int MOST_LINES = 500;

    private static final int COLUMN_CARRIER = 4;
    private static final int COLUMN_ACTIONS = 5;
    private static final int COLUMN_AGENTS = 6;
    private static final int COLUMN_AUTONOMY = 8;
    private static final String COLUMNS =
            "SELECT d.id, d.parcel, d.at, d.carrier, d.actions, d.agents, d.flags, d.autonomy,"
                    + " d.value, d.delay, d.settled, d.outcome, d.cop FROM ";
    private static final String BY_ACTION =
            COLUMNS + "chosen c CROSS JOIN decision d WHERE d.id = c.id AND c.merchant = ? AND c.action = ?";
    private static final String BY_CARRIER =
            COLUMNS + "decision d INDEXED BY decision_carrier WHERE d.merchant = ? AND d.carrier = ?";
    private static final String BY_MERCHANT = COLUMNS + "decision d INDEXED BY decision_merchant WHERE d.merchant = ?";
    private static final String DECISION_RANGE = " AND d.id >= ? AND d.id < ? ORDER BY d.id DESC";
    private static final String CHOSEN_RANGE = " AND c.id >= ? AND c.id < ? ORDER BY c.id DESC";
    private static final String FIRST_FROM = "SELECT min(first) FROM span WHERE day >= ?";
    private static final String LAST_UNTIL = "SELECT max(last) FROM span WHERE day <= ?";
    private static final String ONE = COLUMNS + "decision d WHERE d.id = ?";
    private static final String NUMBERS = "SELECT guide, ord FROM parcel WHERE id = ?";
    private static final String OWNER = "SELECT merchant FROM decision WHERE id = ?";

    private final ReadTables file;
    private final Words words;

    /**
     * A page.
     *
     * @param lines newest first
     * @param next the id before which the next page begins, or 0 if nothing is left
     */
    public record Page(List<DecisionLine> lines, long next) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    Decisions(ReadTables file, Words words) {
        this.file = file;
        this.words = words;
    }

    /**
     * Up to {@code limit} decisions with an id below {@code before}.
     *
     * @param before {@link Long#MAX_VALUE} for the first page, {@link Page#next()} for one that follows
     * @param limit 1 to {@link #MOST_LINES}
     */
    public Page page(DecisionFilter filter, long before, int limit) {
        if (limit < 1 || limit > MOST_LINES) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_LINES + ", is " + limit);
        }
        return file.read(session -> {
            long merchant = words.find(session, filter.merchant().value());
            long carrier = filter.carrier().isEmpty()
                    ? Wanted.ANY
                    : words.find(session, filter.carrier().get().code());
            if (merchant == Words.NONE || carrier == Words.NONE) {
                return new Page(List.of(), 0);
            }
            PreparedStatement statement = statement(session, filter, merchant, carrier, before);
            Scan<DecisionLine> found = Scan.of(
                    statement,
                    limit,
                    rows -> fits(rows, filter, carrier) ? Optional.of(line(session, rows)) : Optional.empty());
            return new Page(found.lines(), found.next());
        });
    }

    private static PreparedStatement statement(
            Session session, DecisionFilter filter, long merchant, long carrier, long before) throws SQLException {
        long low = filter.sinceMs().isEmpty()
                ? 0
                : bound(session, FIRST_FROM, Days.of(filter.sinceMs().get()), Long.MAX_VALUE);
        long high = filter.untilMs().isEmpty()
                ? Long.MAX_VALUE
                : bound(session, LAST_UNTIL, Days.of(filter.untilMs().get()), -1) + 1;
        boolean byAction = filter.action().isPresent();
        boolean byCarrier = !byAction && carrier != Wanted.ANY;
        PreparedStatement statement = session.statement(
                byAction ? BY_ACTION + CHOSEN_RANGE : (byCarrier ? BY_CARRIER : BY_MERCHANT) + DECISION_RANGE);
        int at = 1;
        statement.setLong(at++, merchant);
        if (byAction) {
            statement.setInt(at++, filter.action().get().ordinal());
        } else if (byCarrier) {
            statement.setLong(at++, carrier);
        }
        statement.setLong(at++, low);
        statement.setLong(at, Math.min(before, high));
        return statement;
    }

    private static long bound(Session session, String sql, long day, long none) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        statement.setLong(1, day);
        try (ResultSet rows = statement.executeQuery()) {
            long id = rows.next() ? rows.getLong(1) : 0;
            return rows.wasNull() ? none : id;
        }
    }

    private static boolean fits(ResultSet rows, DecisionFilter f, long carrier) throws SQLException {
        long at = rows.getLong(3);
        return (carrier == Wanted.ANY || rows.getLong(COLUMN_CARRIER) == carrier)
                && (f.action().isEmpty()
                        || isIn(rows.getInt(COLUMN_ACTIONS), f.action().get()))
                && (f.agent().isEmpty()
                        || isIn(rows.getInt(COLUMN_AGENTS), f.agent().get()))
                && (f.autonomy().isEmpty()
                        || rows.getInt(COLUMN_AUTONOMY) == f.autonomy().get().ordinal())
                && (f.sinceMs().isEmpty() || at >= f.sinceMs().get())
                && (f.untilMs().isEmpty() || at < f.untilMs().get());
    }

    private static boolean isIn(int bits, Enum<?> word) {
        return (bits >> word.ordinal() & 1) == 1;
    }

    private static <E extends Enum<E>> List<E> in(int bits, E[] all) {
        List<E> found = new ArrayList<>();
        for (E each : all) {
            if (isIn(bits, each)) {
                found.add(each);
            }
        }
        return found;
    }

    /** One decision, or empty. */
    public Optional<DecisionLine> find(long id) {
        return file.read(session -> {
            PreparedStatement statement = session.statement(ONE);
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(line(session, rows)) : Optional.empty();
            }
        });
    }

    /** Whose shipment a decision is about, or empty if there is no such decision. */
    public Optional<MerchantId> merchant(long id) {
        return file.read(session -> {
            PreparedStatement statement = session.statement(OWNER);
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new MerchantId(words.text(session, rows.getLong(1))))
                        : Optional.empty();
            }
        });
    }

    private DecisionLine line(Session session, ResultSet rows) throws SQLException {
        int flags = rows.getInt(7);
        long settled = rows.getLong(11);
        int outcome = rows.getInt(12);
        Optional<Outcome> word = rows.wasNull() ? Optional.empty() : Optional.of(Outcome.values()[outcome]);
        String guide = "";
        String order = "";
        PreparedStatement numbers = session.statement(NUMBERS);
        numbers.setLong(1, rows.getLong(2));
        try (ResultSet told = numbers.executeQuery()) {
            if (told.next()) {
                guide = told.getString(1);
                order = told.getString(2);
            }
        }
        return new DecisionLine(
                rows.getLong(1),
                rows.getLong(2),
                guide,
                order,
                rows.getLong(3),
                new Carrier(words.text(session, rows.getLong(COLUMN_CARRIER))),
                in(rows.getInt(COLUMN_ACTIONS), Action.values()),
                in(rows.getInt(COLUMN_AGENTS), AgentName.values()),
                DecisionFlags.OBSERVED.in(flags) == 1,
                DecisionFlags.EXPLORED.in(flags) == 1,
                DecisionFlags.ACTED.in(flags) == 1,
                Autonomy.values()[rows.getInt(COLUMN_AUTONOMY)],
                rows.getLong(9),
                rows.getDouble(10),
                settled,
                word,
                rows.getLong(13),
                DecisionFlags.COMPLETE.in(flags) == 1);
    }
}
