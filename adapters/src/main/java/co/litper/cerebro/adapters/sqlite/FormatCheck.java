package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Tells a file of ours from a foreign one, and brings an older one forward. */
final class FormatCheck {
    private FormatCheck() {}

    /**
     * Makes an empty file ours, or checks that it is, before anything else is written to it.
     *
     * @throws StoreException if it is foreign or of a newer version
     */
    static void claim(Connection connection, Path file, FileFormat format) throws SQLException {
        if (versionOf(connection, file, format, false) > 0) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + format.pageBytes());
            statement.execute("PRAGMA application_id = " + format.applicationId());
        }
    }

    /** The version of the file, 0 if it is new. */
    static int versionOf(Connection connection, Path file, FileFormat format, boolean readOnly) throws SQLException {
        long id = pragma(connection, "application_id");
        int version = (int) pragma(connection, "user_version");
        boolean empty =
                Rows.number(connection, "SELECT count(*) FROM sqlite_schema").orElse(0) == 0;
        if (id != format.applicationId() && (id != 0 || version != 0 || !empty)) {
            throw new StoreException(
                    Kind.CORRUPT,
                    file + " is an SQLite file, but not one of Cerebro (application id " + id + ", expected "
                            + format.applicationId() + "). Maybe it belongs to another program: give another folder.");
        }
        if (version > format.version()) {
            throw new StoreException(
                    Kind.TOO_NEW,
                    file + " has format version " + version + ", this program knows versions up to " + format.version()
                            + ". Maybe a newer Cerebro wrote it: upgrade, or give another folder.");
        }
        if (readOnly && version < format.version()) {
            throw new StoreException(
                    Kind.IO,
                    file + " has format version " + version + " and must be brought to " + format.version()
                            + " first. Maybe start Cerebro once so that it may write.");
        }
        return version;
    }

    /** Runs the migrations that are missing, each in a transaction of its own with the version that it leads to. */
    static void migrate(Connection connection, FileFormat format) throws SQLException {
        for (int version = (int) pragma(connection, "user_version"); version < format.version(); version++) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                Rows.run(connection, format.migrations().get(version));
                Rows.run(connection, List.of("PRAGMA user_version = " + (version + 1)));
                connection.commit();
                done = true;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private static long pragma(Connection connection, String name) throws SQLException {
        return Rows.number(connection, "PRAGMA " + name).orElse(0);
    }
}
