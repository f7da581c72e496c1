package co.litper.cerebro.server.read;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateCodec;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Effects that wait for a person: for a yes or no, for a call that somebody makes, or to be told what became of them; the nearest
 * deadline first. Thread-safe.
 */
public final class Approvals {
    /** Of one page at the most. */
    public static final int MOST = 1_000;

    /** In the column {@code hung}: waits for a yes. */
    static final int ASKED = 0;
    /** Nobody knows whether it happened. */
    static final int UNKNOWN = 1;
    /** A call that somebody should make. */
    static final int TO_CALL = 2;

    private static final String PAGE = "SELECT w.effect, w.parcel, h.bytes FROM waiting w INDEXED BY waiting_deadline"
            + " JOIN home h ON h.id = w.parcel WHERE w.merchant = ? AND w.hung = ? AND (w.deadline, w.effect) > (?, ?)"
            + " ORDER BY w.deadline, w.effect LIMIT ?";
    private static final String COUNT =
            "SELECT action, count(*) FROM waiting INDEXED BY waiting_deadline WHERE merchant = ? AND hung = " + ASKED
                    + " GROUP BY action";

    private final ReadTables file;
    private final Words words;

    /**
     * An effect that waits.
     *
     * @param parcel the number of its shipment in the read tables
     * @param home a copy of what is kept of the shipment
     * @param effect one of the home's
     */
    public record Waiting(long parcel, Home home, EffectState effect) {}

    Approvals(ReadTables file, Words words) {
        this.file = file;
        this.words = words;
    }

    /** How many wait, by action. O(waiting). */
    public Map<Action, Long> count(MerchantId merchant) {
        return file.read(session -> {
            Map<Action, Long> counts = new EnumMap<>(Action.class);
            PreparedStatement statement = session.statement(COUNT);
            statement.setLong(1, words.find(session, merchant.value()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(Action.values()[rows.getInt(1)], rows.getLong(2));
                }
            }
            return counts;
        });
    }

    /**
     * Up to {@code limit} effects behind the one with this deadline and id.
     *
     * @param deadlineMs {@link Long#MIN_VALUE} to begin
     * @param effect the last one seen, 0 to begin
     * @param limit 1 to {@link #MOST}
     */
    public List<Waiting> after(MerchantId merchant, long deadlineMs, long effect, int limit) {
        return file.read(session -> page(session, merchant, ASKED, deadlineMs, effect, Math.clamp(limit, 1, MOST)));
    }

    /** Up to {@code limit} effects of which nobody knows whether they happened. */
    public List<Waiting> unknown(MerchantId merchant, int limit) {
        return file.read(session -> page(session, merchant, UNKNOWN, Long.MIN_VALUE, 0, Math.clamp(limit, 1, MOST)));
    }

    /** Up to {@code limit} calls that somebody should make; who asks leaves out those whose time has not come. */
    public List<Waiting> calls(MerchantId merchant, int limit) {
        return file.read(session -> page(session, merchant, TO_CALL, Long.MIN_VALUE, 0, Math.clamp(limit, 1, MOST)));
    }

    private List<Waiting> page(Session session, MerchantId merchant, int hung, long deadlineMs, long effect, int limit)
            throws SQLException {
        List<Waiting> found = new ArrayList<>();
        PreparedStatement statement = session.statement(PAGE);
        statement.setLong(1, words.find(session, merchant.value()));
        statement.setInt(2, hung);
        statement.setLong(3, deadlineMs);
        statement.setLong(4, effect);
        statement.setInt(5, limit);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                long parcel = rows.getLong(2);
                Home home = StateCodec.home(rows.getBytes(3));
                home.outbox().find(id).ifPresent(e -> found.add(new Waiting(parcel, home, e)));
            }
        }
        return found;
    }
}
