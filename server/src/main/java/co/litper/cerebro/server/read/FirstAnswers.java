package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.vocabulary.Action;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the first answer to a novedad of each shipment, and counts it. A shipment is looked at several times and has one end:
 * counted by shipment, its pesos count once. Within the caller's transaction; one thread.
 */
final class FirstAnswers {
    private static final String INSERT = "INSERT INTO first_answer(parcel, id, merchant, day, alone, own, propensity)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(parcel) DO NOTHING";
    private static final String COLUMNS =
            "SELECT parcel, id, merchant, day, alone, own, propensity, settled, delivered, cop FROM first_answer";
    private static final String BY_ID = COLUMNS + " WHERE id = ?";
    private static final String BY_PARCEL = COLUMNS + " WHERE parcel = ?";
    private static final String SETTLE = "UPDATE first_answer SET settled = 1, delivered = ?, cop = ? WHERE id = ?";
    private static final String REMOVE = "DELETE FROM first_answer WHERE parcel = ?";
    private static final String REPOINT = "UPDATE first_answer SET parcel = ? WHERE parcel = ?";

    private final Tallies<BrainCount> brain;

    FirstAnswers(Tallies<BrainCount> brain) {
        this.brain = brain;
    }

    /**
     * A row.
     *
     * @param alone true if it was to do nothing
     * @param own true if it needed nobody's yes
     * @param cop what the shipment was worth, pesos
     */
    private record First(
            long parcel,
            long id,
            long merchant,
            long day,
            boolean alone,
            boolean own,
            double propensity,
            boolean settled,
            boolean delivered,
            double cop) {

        First ended(boolean isDelivered, long worth) {
            return new First(parcel, id, merchant, day, alone, own, propensity, true, isDelivered, worth);
        }

        void addTo(Tallies<BrainCount> brain, int sign) {
            long[] key = {merchant, day};
            brain.add(BrainCount.JUDGED, sign, key);
            brain.add(BrainCount.ANSWERED, own ? sign : 0, key);
            if (!settled) {
                return;
            }
            brain.add(BrainCount.JUDGED_SETTLED, sign, key);
            brain.add(BrainCount.ANSWERED_SETTLED, own ? sign : 0, key);
            brain.add(BrainCount.ANSWERED_RESCUED, own && delivered ? sign : 0, key);
            brain.add(BrainCount.WORTH, sign * cop, key);
            brain.add(BrainCount.WORTH_SQUARED, sign * cop * cop, key);
            if (alone) {
                double w = 1 / propensity;
                brain.add(BrainCount.LEFT, sign, key);
                brain.add(BrainCount.LEFT_W, sign * w, key);
                brain.add(BrainCount.LEFT_WR, sign * w * cop, key);
                brain.add(BrainCount.LEFT_WW, sign * w * w, key);
                brain.add(BrainCount.LEFT_WWR, sign * w * w * cop, key);
                brain.add(BrainCount.LEFT_WWRR, sign * w * w * cop * cop, key);
            }
        }
    }

    /** Notes a decision if it is the first that answers a novedad of its shipment: none about the past, none that changes nothing. */
    void put(Session session, Decision d, long parcel, long merchant) throws SQLException {
        if (d.observed() || d.keepsStanding()) {
            return;
        }
        for (Choice choice : d.choices()) {
            if (choice.question() == Question.ISSUE) {
                put(session, first(d, choice, parcel, merchant));
                return;
            }
        }
    }

    private static First first(Decision d, Choice choice, long parcel, long merchant) {
        return new First(
                parcel,
                d.id(),
                merchant,
                Days.of(d.atMs()),
                choice.winner().action() == Action.NONE,
                choice.autonomy() == Autonomy.ACT,
                choice.propensity(),
                false,
                false,
                0);
    }

    private void put(Session session, First first) throws SQLException {
        PreparedStatement s = session.statement(INSERT);
        s.setLong(1, first.parcel());
        s.setLong(2, first.id());
        s.setLong(3, first.merchant());
        s.setLong(4, first.day());
        s.setInt(5, first.alone() ? 1 : 0);
        s.setInt(6, first.own() ? 1 : 0);
        s.setDouble(7, first.propensity());
        if (s.executeUpdate() == 1) {
            first.addTo(brain, 1);
        }
    }

    /** Notes what came of a decision for good, if it is one of these; the first word counts. */
    void settle(Session session, Settled settled) throws SQLException {
        First before = find(session, BY_ID, settled.decisionId());
        if (before == null || before.settled()) {
            return;
        }
        PreparedStatement s = session.statement(SETTLE);
        s.setInt(1, settled.outcome().isDelivered() ? 1 : 0);
        s.setLong(2, settled.parcelCop());
        s.setLong(3, settled.decisionId());
        s.executeUpdate();
        before.addTo(brain, -1);
        before.ended(settled.outcome().isDelivered(), settled.parcelCop()).addTo(brain, 1);
    }

    /** Of two shipments that turn out to be one, the earlier answer was the first. */
    void absorb(Session session, long parcel, long into) throws SQLException {
        First theirs = find(session, BY_PARCEL, parcel);
        if (theirs == null) {
            return;
        }
        First ours = find(session, BY_PARCEL, into);
        if (ours != null) {
            boolean stays = ours.id() < theirs.id();
            First later = stays ? theirs : ours;
            later.addTo(brain, -1);
            PreparedStatement remove = session.statement(REMOVE);
            remove.setLong(1, later.parcel());
            remove.executeUpdate();
            if (stays) {
                return;
            }
        }
        PreparedStatement repoint = session.statement(REPOINT);
        repoint.setLong(1, into);
        repoint.setLong(2, parcel);
        repoint.executeUpdate();
    }

    private static @Nullable First find(Session session, String sql, long number) throws SQLException {
        PreparedStatement s = session.statement(sql);
        s.setLong(1, number);
        try (ResultSet r = s.executeQuery()) {
            if (!r.next()) {
                return null;
            }
            return new First(
                    r.getLong(1),
                    r.getLong(2),
                    r.getLong(3),
                    r.getLong(4),
                    r.getInt(5) == 1,
                    r.getInt(6) == 1,
                    r.getDouble(7),
                    r.getInt(8) == 1,
                    r.getInt(9) == 1,
                    r.getDouble(10));
        }
    }
}
