package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Writes rows of decisions and what came of them, and counts both by day. Within the caller's transaction; one thread. */
final class DecisionWriter {
    private static final String INSERT = "INSERT INTO decision(id, merchant, parcel, at, carrier, actions, agents,"
            + " flags, autonomy, value, delay, answer, propensity) VALUES(" + "?, ".repeat(12) + "?)"
            + " ON CONFLICT(id) DO NOTHING";
    private static final String CHOSEN =
            "INSERT INTO chosen(merchant, action, id) VALUES(?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SPAN = "INSERT INTO span(day, first, last) VALUES(?, ?, ?)"
            + " ON CONFLICT(day) DO UPDATE SET"
            + " first = CASE WHEN excluded.first < span.first THEN excluded.first ELSE span.first END,"
            + " last = CASE WHEN excluded.last > span.last THEN excluded.last ELSE span.last END";
    private static final String FIND = "SELECT merchant, at, flags, delay FROM decision WHERE id = ?";
    private static final String SETTLE =
            "UPDATE decision SET flags = ?, settled = ?, outcome = ?, cop = ? WHERE id = ?";

    private final Tallies<BrainCount> brain = new Tallies<>("brain", List.of("merchant", "day"), BrainCount.values());
    private final FirstAnswers firsts = new FirstAnswers(brain);

    /** What a decision's row takes from its shipment's. */
    record About(long parcel, long merchant, long carrier) {}

    /** Writes a decision. */
    void put(Session session, Decision d, About about) throws SQLException {
        int flags = DecisionFlags.of(d);
        long day = Days.of(d.atMs());
        PreparedStatement s = session.statement(INSERT);
        s.setLong(1, d.id());
        s.setLong(2, about.merchant());
        s.setLong(3, about.parcel());
        s.setLong(4, d.atMs());
        s.setLong(5, about.carrier());
        s.setInt(6, actions(d));
        s.setInt(7, agents(d));
        s.setInt(8, flags);
        s.setInt(9, autonomy(d).ordinal());
        s.setLong(10, valueCop(d));
        s.setDouble(11, d.forecast().delay());
        answer(s, d);
        s.executeUpdate();
        for (Choice choice : d.choices()) {
            PreparedStatement chosen = session.statement(CHOSEN);
            chosen.setLong(1, about.merchant());
            chosen.setInt(2, choice.winner().action().ordinal());
            chosen.setLong(3, d.id());
            chosen.executeUpdate();
        }
        PreparedStatement span = session.statement(SPAN);
        span.setLong(1, day);
        span.setLong(2, d.id());
        span.setLong(3, d.id());
        span.executeUpdate();
        count(flags, about.merchant(), day);
        firsts.put(session, d, about.parcel(), about.merchant());
    }

    /** What was decided about a shipment was decided about another, which it turned out to be. */
    void absorb(Session session, long parcel, long into) throws SQLException {
        firsts.absorb(session, parcel, into);
    }

    private void count(int flags, long... key) {
        brain.add(BrainCount.DECISIONS, 1, key);
        brain.add(BrainCount.OBSERVED, DecisionFlags.OBSERVED.in(flags), key);
        brain.add(BrainCount.ACTED, DecisionFlags.ACTED.in(flags), key);
        brain.add(BrainCount.ASKED, DecisionFlags.ASKED.in(flags), key);
        brain.add(BrainCount.EXPLORED, DecisionFlags.EXPLORED.in(flags), key);
    }

    private static int actions(Decision d) {
        int bits = 0;
        for (Choice choice : d.choices()) {
            bits |= 1 << choice.winner().action().ordinal();
        }
        return bits;
    }

    private static int agents(Decision d) {
        int bits = 0;
        for (Choice choice : d.choices()) {
            bits |= 1 << choice.winner().agent().ordinal();
        }
        return bits;
    }

    private static Autonomy autonomy(Decision d) {
        Autonomy most = Autonomy.OBSERVE;
        for (Choice choice : d.choices()) {
            most = choice.autonomy().compareTo(most) > 0 ? choice.autonomy() : most;
        }
        return most;
    }

    private static long valueCop(Decision d) {
        double sum = 0;
        for (Choice choice : d.choices()) {
            sum += choice.winner().valueCop();
        }
        return Math.round(sum);
    }

    private static void answer(PreparedStatement s, Decision d) throws SQLException {
        s.setNull(12, Types.INTEGER);
        s.setNull(13, Types.DOUBLE);
        for (Choice choice : d.choices()) {
            if (choice.question() == Question.ISSUE) {
                s.setInt(12, choice.winner().action().ordinal());
                s.setDouble(13, choice.propensity());
                return;
            }
        }
    }

    /** Notes what came of a decision; the first word that nothing can correct counts for the tallies. */
    void settle(Session session, Settled settled, long position) throws SQLException {
        PreparedStatement find = session.statement(FIND);
        find.setLong(1, settled.decisionId());
        try (ResultSet rows = find.executeQuery()) {
            if (!rows.next()) {
                return;
            }
            int flags = rows.getInt(3);
            if (DecisionFlags.COMPLETE.in(flags) == 1) {
                return;
            }
            if (settled.complete()) {
                long[] key = {rows.getLong(1), Days.of(rows.getLong(2))};
                count(settled, rows.getDouble(4), key);
                firsts.settle(session, settled);
            }
            note(session, settled, settled.complete() ? DecisionFlags.COMPLETE.set(flags) : flags, position);
        }
    }

    private static void note(Session session, Settled settled, int flags, long position) throws SQLException {
        PreparedStatement s = session.statement(SETTLE);
        s.setInt(1, flags);
        s.setLong(2, position);
        s.setInt(3, settled.outcome().ordinal());
        s.setLong(4, settled.reward().cop());
        s.setLong(5, settled.decisionId());
        s.executeUpdate();
    }

    private void count(Settled settled, double delay, long... key) {
        brain.add(BrainCount.SETTLED, 1, key);
        brain.add(BrainCount.POINTS, settled.reward().points(), key);
        brain.add(BrainCount.COP, settled.reward().cop(), key);
        if (settled.outcome().isDelivered()) {
            brain.add(BrainCount.DELIVERED, 1, key);
            brain.add(BrainCount.FORESEEN, delay, key);
            brain.add(BrainCount.LATE, settled.late() ? 1 : 0, key);
            brain.add(BrainCount.FORESEEN_RIGHT, delay >= 0.5 == settled.late() ? 1 : 0, key);
        }
    }

    void flush(Session session) throws SQLException {
        brain.flush(session);
    }

    void forget() {
        brain.forget();
    }
}
