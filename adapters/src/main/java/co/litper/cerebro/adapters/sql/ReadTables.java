package co.litper.cerebro.adapters.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Tables that are made of log and state and hold nothing else, so that they can be dropped at any time. One writer, any number of
 * readers, each of whom sees what was committed when its work began. Thread-safe.
 *
 * <p>Failures of the database come as {@code StoreException}. Statements are written once for all databases: what one of them
 * only understands as a hint ({@code INDEXED BY}) is left out for the others.
 */
public interface ReadTables extends AutoCloseable {

    /** Does {@code work} in one transaction: wholly, or not at all and then with an exception. */
    <T> T write(String doing, Session.Work<T> work);

    /** Reads with one of a few connections; work must not nest. */
    <T> T read(Session.Work<T> work);

    /**
     * Told before rows of these log positions are written, so that there is room for them where tables are cut into parts.
     *
     * @param first the lowest position
     * @param last the highest
     */
    void makeRoom(long first, long last);

    /** Removes every row and number and begins anew; nobody may read or write meanwhile. */
    void clear();

    /**
     * False if another process has made them for another store or of another release, so that what they tell is of no use here.
     * Tables that only this process writes are its own.
     */
    default boolean areOurs() {
        return true;
    }

    /** A number kept beside the tables, or empty. */
    static OptionalLong number(Session session, String name) throws SQLException {
        PreparedStatement statement = session.statement("SELECT value FROM meta WHERE name = ?");
        statement.setString(1, name);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Keeps a number beside the tables. */
    static void putNumber(Session session, String name, long value) throws SQLException {
        PreparedStatement statement = session.statement("INSERT INTO meta(name, value) VALUES(?, ?)"
                + " ON CONFLICT(name) DO UPDATE SET value = excluded.value");
        statement.setString(1, name);
        statement.setLong(2, value);
        statement.executeUpdate();
    }

    @Override
    void close();
}
