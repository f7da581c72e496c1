package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of merchants, carriers and cities with their numbers. Only numbers that were committed are remembered, so that a
 * transaction that failed leaves none behind. Thread-safe.
 */
final class Words {
    /** Words remembered each way; a country has some thousand cities, a misspelt import more. */
    private static final int MOST = 20_000;

    /** The number of a word that no row has. */
    static final long NONE = -1;

    private static final String FIND = "SELECT id FROM word WHERE text = ?";
    private static final String ADD =
            "INSERT INTO word(id, text) VALUES((SELECT coalesce(max(id), 0) + 1 FROM word), ?)";
    private static final String TEXT = "SELECT text FROM word WHERE id = ?";

    private final Map<String, Long> ids = new ConcurrentHashMap<>();
    private final Map<Long, String> texts = new ConcurrentHashMap<>();

    /** What the writer gave in the transaction that runs. */
    private final Map<String, Long> given = new HashMap<>();

    /** Forgets all, when the tables were made anew. */
    void clear() {
        ids.clear();
        texts.clear();
        given.clear();
    }

    /** The number of a word, or {@link #NONE}. */
    long find(Session session, String text) throws SQLException {
        Long known = ids.get(text);
        if (known != null) {
            return known;
        }
        long id = stored(session, text);
        return id == NONE ? NONE : remember(id, text);
    }

    /** The number of a word, given to it now if it has none. By the writer only. */
    long put(Session session, String text) throws SQLException {
        Long known = ids.get(text);
        known = known == null ? given.get(text) : known;
        if (known != null) {
            return known;
        }
        long id = stored(session, text);
        if (id == NONE) {
            PreparedStatement add = session.statement(ADD);
            add.setString(1, text);
            add.executeUpdate();
            id = stored(session, text);
        }
        given.put(text, id);
        return id;
    }

    /** The writer's transaction is durable: what it gave may be told to readers. */
    void committed() {
        given.forEach((text, id) -> remember(id, text));
        given.clear();
    }

    /** The writer's transaction failed. */
    void forget() {
        given.clear();
    }

    private static long stored(Session session, String text) throws SQLException {
        PreparedStatement find = session.statement(FIND);
        find.setString(1, text);
        try (ResultSet rows = find.executeQuery()) {
            return rows.next() ? rows.getLong(1) : NONE;
        }
    }

    /** The word of a number that some row has. */
    String text(Session session, long id) throws SQLException {
        String known = texts.get(id);
        if (known != null) {
            return known;
        }
        PreparedStatement text = session.statement(TEXT);
        text.setLong(1, id);
        try (ResultSet rows = text.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("no word has number " + id);
            }
            String found = rows.getString(1);
            remember(id, found);
            return found;
        }
    }

    private long remember(long id, String text) {
        if (ids.size() >= MOST) {
            ids.clear();
            texts.clear();
        }
        ids.put(text, id);
        texts.put(id, text);
        return id;
    }
}
