package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.log.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a database has what long-term memory wants. */
public final class PgvectorExtension {
    /** The first release whose index goes on where a filter leaves too little. */
    private static final int MAJOR = 0;

    private static final int MINOR = 8;

    private static final String VERSION = "SELECT coalesce(installed_version, default_version)"
            + " FROM pg_available_extensions WHERE name = 'vector'";

    private PgvectorExtension() {}

    /**
     * Why there can be no memory in a database, in words for a person; empty if there can.
     *
     * @throws StoreException if the server cannot be reached
     */
    public static Optional<String> lacks(PostgresOptions options) {
        try (Connection connection = LockedConnection.openShared(options);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(VERSION)) {
            String version = rows.next() ? rows.getString(1) : null;
            return isEnough(version)
                    ? Optional.empty()
                    : Optional.of(
                            "The database has "
                                    + (version == null ? "no extension vector (pgvector)" : "pgvector " + version)
                                    + ", and the memory wants " + MAJOR + "." + MINOR
                                    + " or newer. Maybe install the package pgvector of its release of PostgreSQL, and start again.");
        } catch (SQLException e) {
            throw Failures.of("ask for extensions of", options, e);
        }
    }

    static boolean isEnough(@Nullable String version) {
        if (version == null || !version.matches("\\d{1,4}\\.\\d{1,4}.*")) {
            return false;
        }
        String[] parts = version.split("[^0-9]", -1);
        int major = Integer.parseInt(parts[0]);
        return major > MAJOR || major == MAJOR && Integer.parseInt(parts[1]) >= MINOR;
    }
}
