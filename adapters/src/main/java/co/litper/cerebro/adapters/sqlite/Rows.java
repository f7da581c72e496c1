package co.litper.cerebro.adapters.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/** Small questions to a connection. */
final class Rows {
    private static final byte[] EMPTY = new byte[0];

    private Rows() {}

    /** The number that {@code sql} answers, or empty if there is no row or it holds null. */
    static OptionalLong number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return number(rows);
        }
    }

    /** The number in the first column of the first row, or empty. */
    static OptionalLong number(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return OptionalLong.empty();
        }
        long value = rows.getLong(1);
        return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Runs statements that answer nothing, or whose answer does not matter. */
    static void run(Connection connection, Iterable<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A column of bytes; SQLite hands out empty ones as null. */
    static byte[] bytes(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? EMPTY : bytes;
    }

    /** The number kept under {@code name} in the table meta, or empty. */
    static OptionalLong meta(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT value FROM meta WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return number(rows);
            }
        }
    }

    /** Keeps a number under {@code name} in the table meta. */
    static void putMeta(Connection connection, String name, long value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)")) {
            statement.setString(1, name);
            statement.setLong(2, value);
            statement.executeUpdate();
        }
    }
}
