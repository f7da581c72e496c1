package co.litper.cerebro.server.read;

import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of shipments, with what hangs on them: home, effects that wait, tallies. Writing a row again changes nothing. A
 * column of an index is written only if it changed, since that is what costs. Within the caller's transaction; one thread.
 */
final class ParcelWriter {
    private static final String OLD = "SELECT id, merchant, guide, ord, customer, city, carrier, state, issue, open,"
            + " issues, issue_at, created, ended, value, risk, flags, due, waiting FROM parcel WHERE key = ?";
    private static final String INSERT =
            "INSERT INTO parcel(id, key, merchant, guide, ord, customer, city, carrier, state,"
                    + " issue, open, issue_at, due, value, risk, flags, promised, created, moved, ended, ended_day, issues,"
                    + " attempts, last_decision, waiting) VALUES((SELECT coalesce(max(id), 0) + 1 FROM parcel), "
                    + "?, ".repeat(23) + "?) RETURNING id";
    private static final String NAME =
            "UPDATE parcel SET merchant = ?, guide = ?, ord = ?, customer = ?, city = ?, carrier = ? WHERE id = ?";
    private static final String MOVE =
            "UPDATE parcel SET state = ?, open = ?, due = ?, risk = ?, ended_day = ? WHERE id = ?";
    private static final String REST = "UPDATE parcel SET issue = ?, issue_at = ?, value = ?, flags = ?, promised = ?,"
            + " created = ?, moved = ?, ended = ?, issues = ?, attempts = ?, last_decision = ?, waiting = ? WHERE id = ?";
    private static final String PUT_HOME =
            "INSERT INTO home(id, bytes) VALUES(?, ?) ON CONFLICT(id) DO UPDATE SET bytes = excluded.bytes";
    private static final String NO_HOME = "DELETE FROM home WHERE id = ?";
    private static final String NO_ROW = "DELETE FROM parcel WHERE id = ?";
    private static final String NOT_WAITING = "DELETE FROM waiting WHERE parcel = ?";
    private static final String WAIT =
            "INSERT INTO waiting(effect, parcel, merchant, hung, deadline, action) VALUES(?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT(effect) DO UPDATE SET parcel = excluded.parcel, merchant = excluded.merchant,"
                    + " hung = excluded.hung, deadline = excluded.deadline, action = excluded.action";
    private static final String REPOINT_MOMENTS =
            "INSERT INTO moment(parcel, position) SELECT ?, position FROM moment WHERE parcel = ? ON CONFLICT DO NOTHING";
    private static final String NO_MOMENTS = "DELETE FROM moment WHERE parcel = ?";
    private static final String MOMENTS = "SELECT position FROM moment WHERE parcel = ?";
    private static final String REPOINT_DECISIONS =
            "UPDATE decision SET parcel = ? WHERE id >= ? AND id < ? AND parcel = ?";

    private final Words words;
    private final ParcelTallies tallies;

    /** A row as it was, with what tells whether an index must change. */
    private record Old(long id, Counted counted, String guide, String order, String customer, long due, int waiting) {}

    ParcelWriter(Words words, ParcelTallies tallies) {
        this.words = words;
        this.tallies = tallies;
    }

    /** Writes the row; returns its number. */
    long put(Session session, ParcelRow row) throws SQLException {
        Old old = old(session, row.key());
        Counted now = counted(session, row);
        long id;
        if (old == null) {
            id = insert(session, row, now);
        } else {
            id = old.id();
            update(session, row, now, old);
            old.counted().addTo(tallies, -1);
        }
        now.addTo(tallies, 1);
        PreparedStatement home = session.statement(PUT_HOME);
        home.setLong(1, id);
        home.setBytes(2, row.bytes());
        home.executeUpdate();
        if (old != null && old.waiting() > 0) {
            run(session, NOT_WAITING, id);
        }
        for (EffectState effect : row.waiting()) {
            PreparedStatement wait = session.statement(WAIT);
            wait.setLong(1, effect.plan().id());
            wait.setLong(2, id);
            wait.setLong(3, now.merchant());
            wait.setInt(4, hung(effect));
            wait.setLong(5, effect.plan().deadlineMs());
            wait.setInt(6, effect.plan().action().ordinal());
            wait.executeUpdate();
        }
        return id;
    }

    private static int hung(EffectState effect) {
        if (effect.status() == EffectStatus.UNKNOWN) {
            return Approvals.UNKNOWN;
        }
        return ParcelRow.isCall(effect) ? Approvals.TO_CALL : Approvals.ASKED;
    }

    /** Removes the row of a home that another took over; what happened to it happened to the other. Its number, or 0. */
    long absorb(Session session, long key, long into) throws SQLException {
        Old old = old(session, key);
        if (old == null) {
            return 0;
        }
        old.counted().addTo(tallies, -1);
        run(session, NOT_WAITING, old.id());
        run(session, NO_HOME, old.id());
        run(session, NO_ROW, old.id());
        for (long position : positions(session, old.id())) {
            PreparedStatement decisions = session.statement(REPOINT_DECISIONS);
            decisions.setLong(1, into);
            decisions.setLong(2, Decision.idOf(position, 0));
            decisions.setLong(3, Decision.idOf(position + 1, 0));
            decisions.setLong(4, old.id());
            decisions.executeUpdate();
        }
        PreparedStatement moments = session.statement(REPOINT_MOMENTS);
        moments.setLong(1, into);
        moments.setLong(2, old.id());
        moments.executeUpdate();
        run(session, NO_MOMENTS, old.id());
        return old.id();
    }

    private static List<Long> positions(Session session, long id) throws SQLException {
        List<Long> positions = new ArrayList<>();
        PreparedStatement moments = session.statement(MOMENTS);
        moments.setLong(1, id);
        try (ResultSet rows = moments.executeQuery()) {
            while (rows.next()) {
                positions.add(rows.getLong(1));
            }
        }
        return positions;
    }

    private static void run(Session session, String sql, long id) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        statement.setLong(1, id);
        statement.executeUpdate();
    }

    private static @Nullable Old old(Session session, long key) throws SQLException {
        PreparedStatement statement = session.statement(OLD);
        statement.setLong(1, key);
        try (ResultSet r = statement.executeQuery()) {
            if (!r.next()) {
                return null;
            }
            int issue = r.getInt(9);
            boolean none = r.wasNull();
            Counted counted = new Counted(
                    r.getLong(2),
                    r.getLong(6),
                    r.getLong(7),
                    ShipmentState.values()[r.getInt(8)],
                    none ? -1 : issue,
                    r.getInt(10) == 1,
                    r.getInt(11),
                    ParcelColumns.moment(r, 12),
                    ParcelColumns.moment(r, 13),
                    ParcelColumns.moment(r, 14),
                    r.getLong(15),
                    r.getLong(16),
                    r.getInt(17));
            byte[] customer = r.getBytes(5);
            return new Old(
                    r.getLong(1),
                    counted,
                    r.getString(3),
                    r.getString(4),
                    customer == null ? "" : HexFormat.of().formatHex(customer),
                    ParcelColumns.moment(r, 18),
                    r.getInt(19));
        }
    }

    private Counted counted(Session session, ParcelRow row) throws SQLException {
        ParcelState p = row.state();
        IssueReason issue = row.issue();
        return new Counted(
                words.put(session, row.merchant()),
                words.put(session, p.destination().code()),
                words.put(session, p.carrier().code()),
                p.state(),
                issue == null ? -1 : issue.ordinal(),
                row.isOpen(),
                p.issues(),
                p.issueAtMs(),
                p.createdAtMs(),
                row.endedMs(),
                p.facts().valueCop(),
                row.riskCop(),
                row.flags());
    }

    private static long insert(Session session, ParcelRow row, Counted now) throws SQLException {
        PreparedStatement s = session.statement(INSERT);
        s.setLong(1, row.key());
        int at = name(s, 2, row, now);
        s.setInt(at++, now.state().ordinal());
        ordinal(s, at++, now.issue());
        s.setInt(at++, now.open() ? 1 : 0);
        moment(s, at++, now.issueAtMs());
        moment(s, at++, row.dueMs());
        s.setLong(at++, now.valueCop());
        s.setLong(at++, now.riskCop());
        s.setInt(at++, now.flags());
        moment(s, at++, row.promisedMs());
        moment(s, at++, now.createdMs());
        moment(s, at++, row.state().movedAtMs());
        moment(s, at++, now.endedMs());
        day(s, at++, now.endedMs());
        s.setInt(at++, now.issues());
        s.setInt(at++, row.state().failedAttempts());
        s.setLong(at++, row.lastDecision());
        s.setInt(at, row.waiting().size());
        try (ResultSet inserted = s.executeQuery()) {
            inserted.next();
            return inserted.getLong(1);
        }
    }

    private static int name(PreparedStatement s, int from, ParcelRow row, Counted now) throws SQLException {
        int at = from;
        s.setLong(at++, now.merchant());
        s.setString(at++, row.state().guideNumber());
        s.setString(at++, row.state().orderId());
        String customer = row.state().customer().value();
        if (customer.isEmpty()) {
            s.setNull(at++, Types.VARBINARY);
        } else {
            s.setBytes(at++, HexFormat.of().parseHex(customer));
        }
        s.setLong(at++, now.city());
        s.setLong(at++, now.carrier());
        return at;
    }

    private static void update(Session session, ParcelRow row, Counted now, Old old) throws SQLException {
        Counted was = old.counted();
        boolean named = was.merchant() == now.merchant()
                && was.city() == now.city()
                && was.carrier() == now.carrier()
                && old.guide().equals(row.state().guideNumber())
                && old.order().equals(row.state().orderId())
                && old.customer().equals(row.state().customer().value());
        if (!named) {
            PreparedStatement s = session.statement(NAME);
            s.setLong(name(s, 1, row, now), old.id());
            s.executeUpdate();
        }
        boolean unmoved = was.state() == now.state()
                && was.open() == now.open()
                && old.due() == row.dueMs()
                && was.riskCop() == now.riskCop()
                && was.endedMs() == now.endedMs();
        if (!unmoved) {
            PreparedStatement s = session.statement(MOVE);
            s.setInt(1, now.state().ordinal());
            s.setInt(2, now.open() ? 1 : 0);
            moment(s, 3, row.dueMs());
            s.setLong(4, now.riskCop());
            day(s, 5, now.endedMs());
            s.setLong(6, old.id());
            s.executeUpdate();
        }
        rest(session, row, now, old.id());
    }

    private static void rest(Session session, ParcelRow row, Counted now, long id) throws SQLException {
        PreparedStatement s = session.statement(REST);
        ordinal(s, 1, now.issue());
        moment(s, 2, now.issueAtMs());
        s.setLong(3, now.valueCop());
        s.setInt(4, now.flags());
        moment(s, 5, row.promisedMs());
        moment(s, 6, now.createdMs());
        moment(s, 7, row.state().movedAtMs());
        moment(s, 8, now.endedMs());
        s.setInt(9, now.issues());
        s.setInt(10, row.state().failedAttempts());
        s.setLong(11, row.lastDecision());
        s.setInt(12, row.waiting().size());
        s.setLong(13, id);
        s.executeUpdate();
    }

    private static void ordinal(PreparedStatement s, int at, int ordinal) throws SQLException {
        if (ordinal < 0) {
            s.setNull(at, Types.INTEGER);
        } else {
            s.setInt(at, ordinal);
        }
    }

    private static void moment(PreparedStatement s, int at, long epochMs) throws SQLException {
        if (epochMs == ParcelState.NO_TIME) {
            s.setNull(at, Types.INTEGER);
        } else {
            s.setLong(at, epochMs);
        }
    }

    private static void day(PreparedStatement s, int at, long epochMs) throws SQLException {
        if (epochMs == ParcelState.NO_TIME) {
            s.setNull(at, Types.INTEGER);
        } else {
            s.setLong(at, Days.of(epochMs));
        }
    }
}
