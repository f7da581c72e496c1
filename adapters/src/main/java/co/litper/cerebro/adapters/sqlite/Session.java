package co.litper.cerebro.adapters.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection with the statements that were prepared on it, for use again. One thread at a time. */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** The connection; its transaction is the store's. */
    public Connection connection() {
        return connection;
    }

    /** The statement of {@code sql}, prepared at its first use. The texts are constants, so there are few. */
    public PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    /** Closes the connection and with it its statements. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What is done with a session. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Session session) throws SQLException;
    }
}
