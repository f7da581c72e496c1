package co.litper.cerebro.adapters.people;

import co.litper.cerebro.adapters.sql.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the table of people, as they lie there. Within the transaction of the caller. */
final class PersonRows {
    /** Adds a row or replaces it; in the words of every database. */
    static final String UPSERT = "INSERT INTO person(ref, key, data) VALUES(?, ?, ?)"
            + " ON CONFLICT(ref) DO UPDATE SET key = excluded.key, data = excluded.data";

    /** People who are asked for together. */
    private static final int ASKED_AT_ONCE = 64;

    private static final String FIND_ONE = "SELECT ref, key, data FROM person WHERE ref = ?";
    private static final String FIND_MANY = "SELECT ref, key, data FROM person WHERE ref IN ("
            + String.join(",", Collections.nCopies(ASKED_AT_ONCE, "?")) + ")";
    private static final String PAGE = "SELECT ref, key, data FROM person WHERE ref > ? ORDER BY ref LIMIT ?";

    private static final byte[] EMPTY = {};
    private static final HexFormat HEX = HexFormat.of();

    private PersonRows() {}

    /** The rows of {@code refs}, those that are there. */
    static Map<String, Sealed> find(Session session, List<String> refs) throws SQLException {
        Map<String, Sealed> found = new LinkedHashMap<>();
        if (refs.size() == 1) {
            PreparedStatement one = session.statement(FIND_ONE);
            one.setBytes(1, bytes(refs.getFirst()));
            readInto(found, one);
            return found;
        }
        PreparedStatement many = session.statement(FIND_MANY);
        for (int from = 0; from < refs.size(); from += ASKED_AT_ONCE) {
            for (int i = 0; i < ASKED_AT_ONCE; i++) {
                many.setBytes(i + 1, bytes(refs.get(Math.min(from + i, refs.size() - 1))));
            }
            readInto(found, many);
        }
        return found;
    }

    /**
     * The next rows in order of reference, tombstones included.
     *
     * @param after the reference behind which they begin, empty for the first
     * @param most how many at most
     */
    static Map<String, Sealed> page(Session session, String after, int most) throws SQLException {
        Map<String, Sealed> found = new LinkedHashMap<>();
        PreparedStatement page = session.statement(PAGE);
        page.setBytes(1, bytes(after));
        page.setInt(2, most);
        readInto(found, page);
        return found;
    }

    private static void readInto(Map<String, Sealed> found, PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(
                        HEX.formatHex(rows.getBytes(1)),
                        new Sealed(orEmpty(rows.getBytes(2)), orEmpty(rows.getBytes(3))));
            }
        }
    }

    /** Adds to the batch of {@link #UPSERT} a row as it is. */
    static void addUpsert(Session session, String ref, Sealed box) throws SQLException {
        PreparedStatement upsert = session.statement(UPSERT);
        bind(upsert, ref, box);
        upsert.addBatch();
    }

    /** Leaves a tombstone in the place of {@code ref}. */
    static void bury(Session session, String ref) throws SQLException {
        PreparedStatement upsert = session.statement(UPSERT);
        upsert.clearBatch();
        bind(upsert, ref, new Sealed(EMPTY, EMPTY));
        upsert.executeUpdate();
    }

    private static void bind(PreparedStatement upsert, String ref, Sealed box) throws SQLException {
        upsert.setBytes(1, bytes(ref));
        upsert.setBytes(2, box.isTombstone() ? null : box.key());
        upsert.setBytes(3, box.isTombstone() ? null : box.data());
    }

    /** A reference as it lies in a row. */
    static byte[] bytes(String ref) {
        return HEX.parseHex(ref);
    }

    private static byte[] orEmpty(byte @Nullable [] column) {
        return column == null ? EMPTY : column;
    }
}
