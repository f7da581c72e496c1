package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads rows of shipments. */
final class ParcelColumns {
    /** In the order in which {@link #line} reads them. */
    static final String ALL =
            "id, key, merchant, guide, ord, customer, city, carrier, state, issue, open, issue_at, due,"
                    + " value, risk, flags, promised, created, moved, ended, issues, attempts, last_decision, waiting";

    static final int CITY = 7;
    static final int CARRIER = 8;
    static final int STATE = 9;
    static final int ISSUE = 10;
    static final int OPEN = 11;
    static final int FLAGS = 16;
    static final int MOVED = 19;
    static final int ENDED = 20;

    static final int COD = 1;
    static final int LATE = 2;
    static final int HISTORICAL = 4;
    static final int ASSUMED = 8;
    static final int PROMISED = 16;

    private static final ShipmentState[] STATES = ShipmentState.values();
    private static final IssueReason[] REASONS = IssueReason.values();

    private ParcelColumns() {}

    /** The row on which {@code rows} stands. */
    static ParcelLine line(Session session, Words words, ResultSet rows) throws SQLException {
        int flags = rows.getInt(FLAGS);
        int issue = rows.getInt(ISSUE);
        Optional<IssueReason> reason = rows.wasNull() ? Optional.empty() : Optional.of(REASONS[issue]);
        byte[] customer = rows.getBytes(6);
        return new ParcelLine(
                rows.getLong(1),
                rows.getLong(2),
                new MerchantId(words.text(session, rows.getLong(3))),
                rows.getString(4),
                rows.getString(5),
                customer == null ? PersonRef.NONE : new PersonRef(HexFormat.of().formatHex(customer)),
                new CityCode(words.text(session, rows.getLong(CITY))),
                new Carrier(words.text(session, rows.getLong(CARRIER))),
                STATES[rows.getInt(STATE)],
                reason,
                rows.getInt(OPEN) == 1,
                moment(rows, 12),
                moment(rows, 13),
                (flags & COD) != 0,
                rows.getLong(14),
                rows.getLong(15),
                (flags & ASSUMED) != 0,
                moment(rows, 17),
                moment(rows, 18),
                moment(rows, MOVED),
                moment(rows, ENDED),
                (flags & LATE) != 0,
                (flags & HISTORICAL) != 0,
                rows.getInt(21),
                rows.getInt(22),
                rows.getLong(23),
                rows.getInt(24));
    }

    /** A moment, or {@link ParcelState#NO_TIME}. */
    static long moment(ResultSet rows, int column) throws SQLException {
        long at = rows.getLong(column);
        return rows.wasNull() ? ParcelState.NO_TIME : at;
    }
}
