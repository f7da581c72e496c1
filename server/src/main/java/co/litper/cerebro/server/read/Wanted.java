package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A filter in the numbers of the read tables: which index leads to its rows, and whether a row fits. {@link #ANY} stands for a
 * part that was not told.
 */
record Wanted(
        long merchant,
        long city,
        long carrier,
        int state,
        int issue,
        boolean onlyOpen,
        boolean onlyLate,
        long endedDay,
        long stillSinceMs) {
    static final int ANY = -2;

    static Wanted of(Session session, Words words, ParcelFilter f) throws SQLException {
        return new Wanted(
                words.find(session, f.merchant().value()),
                f.city().isEmpty() ? ANY : words.find(session, f.city().get().code()),
                f.carrier().isEmpty()
                        ? ANY
                        : words.find(session, f.carrier().get().code()),
                f.state().map(Enum::ordinal).orElse(ANY),
                f.issue().map(Enum::ordinal).orElse(ANY),
                f.onlyOpen(),
                f.onlyLate(),
                f.endedOn().map(day -> day.toEpochDay()).orElse((long) ANY),
                f.stillSinceMs().orElse((long) ANY));
    }

    /** True if a word of the filter stands in no row. */
    boolean isNothing() {
        return merchant == Words.NONE || city == Words.NONE || carrier == Words.NONE;
    }

    /** The rows among which the wanted ones are, by the index that leaves the fewest as a rule. */
    String source() {
        return switch (lead()) {
            case ENDED -> "INDEXED BY parcel_ended WHERE ended_day IS NOT NULL AND merchant = ? AND ended_day = ?";
            case CITY -> "INDEXED BY parcel_city WHERE merchant = ? AND city = ?";
            case STATE -> "INDEXED BY parcel_state WHERE merchant = ? AND state = ?";
            case CARRIER -> "INDEXED BY parcel_carrier WHERE merchant = ? AND carrier = ?";
            case NOTHING -> "INDEXED BY parcel_merchant WHERE merchant = ?";
        };
    }

    /** Fills the parameters of {@link #source()}; returns the place of the next. */
    int bind(PreparedStatement statement) throws SQLException {
        statement.setLong(1, merchant);
        Optional<Long> second = switch (lead()) {
            case ENDED -> Optional.of(endedDay);
            case CITY -> Optional.of(city);
            case STATE -> Optional.of((long) leadingState());
            case CARRIER -> Optional.of(carrier);
            case NOTHING -> Optional.empty();
        };
        if (second.isPresent()) {
            statement.setLong(2, second.get());
        }
        return second.isPresent() ? 3 : 2;
    }

    private enum Lead {
        ENDED,
        CITY,
        STATE,
        CARRIER,
        NOTHING
    }

    private Lead lead() {
        if (endedDay != ANY) {
            return Lead.ENDED;
        }
        // An open novedad is rarer than any city; delivered ones are commoner than any carrier.
        if (onlyOpen || (state != ANY && state != ShipmentState.DELIVERED.ordinal() && city == ANY)) {
            return Lead.STATE;
        }
        return city != ANY ? Lead.CITY : carrier != ANY ? Lead.CARRIER : state != ANY ? Lead.STATE : Lead.NOTHING;
    }

    private int leadingState() {
        return onlyOpen ? ShipmentState.ISSUE.ordinal() : state;
    }

    /** True if the row on which {@code rows} stands fits; its columns are {@link ParcelColumns#ALL}. */
    boolean fits(ResultSet rows) throws SQLException {
        return rows.getLong(3) == merchant
                && (city == ANY || rows.getLong(ParcelColumns.CITY) == city)
                && (carrier == ANY || rows.getLong(ParcelColumns.CARRIER) == carrier)
                && (state == ANY || rows.getInt(ParcelColumns.STATE) == state)
                && (issue == ANY || isIssue(rows))
                && (!onlyOpen || rows.getInt(ParcelColumns.OPEN) == 1)
                && (!onlyLate || (rows.getInt(ParcelColumns.FLAGS) & ParcelColumns.LATE) != 0)
                && (endedDay == ANY || isEnded(rows))
                && (stillSinceMs == ANY || isStill(rows));
    }

    private boolean isIssue(ResultSet rows) throws SQLException {
        int told = rows.getInt(ParcelColumns.ISSUE);
        return !rows.wasNull() && told == issue;
    }

    private boolean isEnded(ResultSet rows) throws SQLException {
        long at = rows.getLong(ParcelColumns.ENDED);
        return !rows.wasNull() && Days.of(at) == endedDay;
    }

    private boolean isStill(ResultSet rows) throws SQLException {
        long moved = rows.getLong(ParcelColumns.MOVED);
        return !rows.wasNull()
                && moved <= stillSinceMs
                && !ShipmentState.values()[rows.getInt(ParcelColumns.STATE)].isEnd();
    }
}
