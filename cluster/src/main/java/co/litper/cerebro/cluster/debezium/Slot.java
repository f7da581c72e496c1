package co.litper.cerebro.cluster.debezium;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How the replication slot of a shop's database stands.
 *
 * @param exists false if nobody made it, or somebody dropped it
 * @param lost true if the database threw away what was not read yet, since it ran over {@code max_slot_wal_keep_size}
 * @param keptBytes what the database keeps on its disk for us; grows while nobody listens
 */
public record Slot(boolean exists, boolean lost, long keptBytes) {
    private static final String ASK = "SELECT wal_status, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)"
            + " FROM pg_replication_slots WHERE slot_name = ?";

    /** Looks; throws {@link SQLException} if the database cannot be asked. */
    public static Slot of(ShopDatabase shop) throws SQLException {
        try (Connection connection = shop.connect();
                PreparedStatement statement = connection.prepareStatement(ASK)) {
            statement.setString(1, shop.slot());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? new Slot(true, "lost".equals(rows.getString(1)), rows.getLong(2))
                        : new Slot(false, false, 0);
            }
        }
    }

    /** True if changes can be read on from where they were read to. */
    public boolean isWhole() {
        return exists && !lost;
    }
}
