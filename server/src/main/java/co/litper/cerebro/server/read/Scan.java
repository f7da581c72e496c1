package co.litper.cerebro.server.read;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows that come the latest first, read until a page is full or has cost enough.
 *
 * @param next the id before which the next page begins, or 0 if nothing is left
 */
record Scan<T>(List<T> lines, long next) {
    /** Rows that one page looks at: some 20 ms. A page that finds too little tells where to go on. */
    static final int MOST_LOOKED = 20_000;

    /** Makes a line of the row at hand, or leaves it out. */
    interface Reading<T> {
        Optional<T> line(ResultSet rows) throws SQLException;
    }

    /** @param statement bound, its rows by falling id, which is their first column */
    static <T> Scan<T> of(PreparedStatement statement, int limit, Reading<T> reading) throws SQLException {
        List<T> lines = new ArrayList<>();
        long last = 0;
        try (ResultSet rows = statement.executeQuery()) {
            for (int looked = 0; rows.next(); looked++) {
                if (lines.size() == limit || looked == MOST_LOOKED) {
                    return new Scan<>(lines, last);
                }
                last = rows.getLong(1);
                reading.line(rows).ifPresent(lines::add);
            }
        }
        return new Scan<>(lines, 0);
    }
}
