package co.litper.cerebro.adapters.people;

import co.litper.cerebro.adapters.sql.Session;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A table of sealed rows, as it lies in every database: what it takes to move its rows without opening them. */
enum PeopleTable {
    PERSON("person", 500, 1, "ref", "key", "data"),
    NAME_WORD("name_word", 500, 2, "token", "ref"),
    LETTER("letter", 20, 1, "number", "status", "key", "data");

    private static final byte[] EMPTY = {};
    private static final List<String> NUMBERS = List.of("number", "status");

    private final String table;
    private final int page;
    private final int keys;
    private final List<String> columns;

    /**
     * @param page rows that are moved together; a letter can be megabytes
     * @param keys how many columns make the key
     */
    PeopleTable(String table, int page, int keys, String... columns) {
        this.table = table;
        this.page = page;
        this.keys = keys;
        this.columns = List.of(columns);
    }

    /**
     * One row.
     *
     * @param columns in the order of the table: a number as 8 bytes, null as none
     */
    record Row(List<byte[]> columns) {}

    /** The next rows behind {@code after} in order of their key, from the first if that is empty; none if there are no more. */
    List<Row> page(Session session, Optional<Row> after) throws SQLException {
        String key = String.join(", ", columns.subList(0, keys));
        String behind = " WHERE (" + key + ") > (" + places(keys) + ")";
        PreparedStatement statement = session.statement("SELECT " + String.join(", ", columns) + " FROM " + table
                + (after.isPresent() ? behind : "") + " ORDER BY " + key + " LIMIT " + page);
        if (after.isPresent()) {
            bind(statement, after.get(), keys);
        }
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    private Row row(ResultSet rows) throws SQLException {
        List<byte[]> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (isNumber(i)) {
                values.add(ByteBuffer.allocate(Long.BYTES)
                        .putLong(rows.getLong(i + 1))
                        .array());
            } else {
                byte[] bytes = rows.getBytes(i + 1);
                values.add(bytes == null ? EMPTY : bytes);
            }
        }
        return new Row(values);
    }

    /** Adds rows; one that is there already takes what it is given. */
    void write(Session session, List<Row> rows) throws SQLException {
        List<String> key = columns.subList(0, keys);
        List<String> rest = columns.subList(keys, columns.size());
        PreparedStatement statement = session.statement("INSERT INTO " + table + "(" + String.join(", ", columns)
                + ") VALUES(" + places(columns.size()) + ") ON CONFLICT(" + String.join(", ", key) + ") DO "
                + (rest.isEmpty()
                        ? "NOTHING"
                        : "UPDATE SET "
                                + String.join(
                                        ", ",
                                        rest.stream()
                                                .map(c -> c + " = excluded." + c)
                                                .toList())));
        statement.clearBatch();
        for (Row row : rows) {
            bind(statement, row, columns.size());
            statement.addBatch();
        }
        statement.executeBatch();
    }

    /** Removes every row. */
    void clear(Session session) throws SQLException {
        session.statement("DELETE FROM " + table).executeUpdate();
    }

    private void bind(PreparedStatement statement, Row row, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            byte[] value = row.columns.get(i);
            if (isNumber(i)) {
                statement.setLong(i + 1, ByteBuffer.wrap(value).getLong());
            } else {
                statement.setBytes(i + 1, value.length == 0 ? null : value);
            }
        }
    }

    private boolean isNumber(int column) {
        return NUMBERS.contains(columns.get(column));
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Takes a row into a digest, every column after its length. */
    static void digest(MessageDigest digest, Row row) {
        for (byte[] column : row.columns) {
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(column.length).flip());
            digest.update(column);
        }
    }
}
