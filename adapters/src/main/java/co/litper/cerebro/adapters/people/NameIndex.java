package co.litper.cerebro.adapters.people;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.vault.NameWords;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which customers bear a name, without the name: for each word the first 64 bits of HMAC-SHA-256 (RFC 2104) over its
 * {@linkplain NameWords#stem stem}, under a key derived from the vault's, beside the customer's reference. Whoever reads the
 * file alone learns which customers share a stem, not which one it is. Rows lie beside those of people, so that what erases a
 * customer erases them in the same transaction and with the same scrub. Statement-bound to the session of the caller.
 */
final class NameIndex {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = Long.BYTES;

    private static final String ADD = "INSERT INTO name_word(token, ref) VALUES(?, ?) ON CONFLICT DO NOTHING";
    private static final String REMOVE = "DELETE FROM name_word WHERE token = ? AND ref = ?";
    private static final String FIND = "SELECT ref FROM name_word WHERE token = ? AND ref > ?";
    private static final String ALSO = " AND ref IN (SELECT ref FROM name_word WHERE token = ?)";

    private final SecretKeySpec key;

    NameIndex(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Keeps the stems of {@code now} in place of those of {@code before}; written by the next {@link #flush}. */
    void replace(Session session, byte[] ref, String before, String now) throws SQLException {
        List<String> old = NameWords.stems(before);
        List<String> fresh = NameWords.stems(now);
        addTo(
                session.statement(REMOVE),
                ref,
                old.stream().filter(s -> !fresh.contains(s)).toList());
        addTo(
                session.statement(ADD),
                ref,
                fresh.stream().filter(s -> !old.contains(s)).toList());
    }

    /** Begins a transaction: whatever a failed one left behind is forgotten. */
    void begin(Session session) throws SQLException {
        session.statement(REMOVE).clearBatch();
        session.statement(ADD).clearBatch();
    }

    /** Writes what was told to replace. */
    void flush(Session session) throws SQLException {
        session.statement(REMOVE).executeBatch();
        session.statement(ADD).executeBatch();
    }

    private void addTo(PreparedStatement statement, byte[] ref, List<String> stems) throws SQLException {
        for (String stem : stems) {
            statement.setBytes(1, token(stem));
            statement.setBytes(2, ref);
            statement.addBatch();
        }
    }

    /** References, from behind {@code after} on and in order, that have the stems of every word; they may still not fit. */
    List<String> candidates(Session session, List<String> stems, String after, int most) throws SQLException {
        String sql = FIND + ALSO.repeat(stems.size() - 1) + " ORDER BY ref LIMIT " + most;
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setBytes(1, token(stems.getFirst()));
            statement.setBytes(2, HexFormat.of().parseHex(after));
            for (int i = 1; i < stems.size(); i++) {
                statement.setBytes(i + 2, token(stems.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(HexFormat.of().formatHex(rows.getBytes(1)));
                }
            }
        }
        return found;
    }

    private byte[] token(String stem) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(stem.getBytes(StandardCharsets.UTF_8)), TOKEN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
