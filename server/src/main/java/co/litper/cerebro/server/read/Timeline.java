package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.ReadTables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Where in the log each shipment is spoken of. Thread-safe; O(log moments + limit). */
public final class Timeline {
    private static final String PAGE =
            "SELECT position FROM moment WHERE parcel = ? AND position >= ? ORDER BY position LIMIT ?";

    private final ReadTables file;

    Timeline(ReadTables file) {
        this.file = file;
    }

    /** Up to {@code limit} log positions of a shipment, from {@code from} on, in order. */
    public List<Long> positions(long parcel, long from, int limit) {
        return file.read(session -> {
            List<Long> positions = new ArrayList<>();
            PreparedStatement statement = session.statement(PAGE);
            statement.setLong(1, parcel);
            statement.setLong(2, from);
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
            return positions;
        });
    }
}
