package co.litper.cerebro.adapters.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A connection with the statements that were prepared on it, for use again. One thread at a time. */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final UnaryOperator<String> dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Statements go to {@code connection} as they are. */
    public Session(Connection connection) {
        this(connection, UnaryOperator.identity());
    }

    /** Statements go to {@code connection} in the words of its database. */
    public Session(Connection connection, UnaryOperator<String> dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The connection; its transaction is the store's. */
    public Connection connection() {
        return connection;
    }

    /** The statement of {@code sql}, prepared at its first use. The texts are constants, so there are few. */
    public PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(dialect.apply(sql));
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
