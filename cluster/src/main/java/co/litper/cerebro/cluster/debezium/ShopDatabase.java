package co.litper.cerebro.cluster.debezium;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The database that is listened to, and under which name.
 *
 * @param user with the right REPLICATION, to read the tables, and to make a publication unless there is one
 * @param slot name of the replication slot and of the publication; one for each who listens
 * @param tables {@code schema.table}, 1 to {@value #MOST_TABLES}
 */
public record ShopDatabase(
        String host, int port, String database, String user, String password, String slot, List<String> tables) {
    /** A shop has a handful that matter. */
    public static final int MOST_TABLES = 100;

    private static final Pattern SLOT = Pattern.compile("[a-z0-9_]{1,63}");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_]+\\.[A-Za-z0-9_]+");
    private static final int CONNECT_SECONDS = 10;

    public ShopDatabase {
        tables = List.copyOf(tables);
        if (!SLOT.matcher(slot).matches()) {
            throw new IllegalArgumentException("slot must be lower-case letters, digits and _, is '" + slot + "'");
        }
        if (tables.isEmpty() || tables.size() > MOST_TABLES) {
            throw new IllegalArgumentException("tables must be 1 to " + MOST_TABLES + ", are " + tables.size());
        }
        for (String table : tables) {
            if (!TABLE.matcher(table).matches()) {
                throw new IllegalArgumentException(
                        "a table is schema.table, not '" + table + "'. Maybe 'public." + table + "'.");
            }
        }
    }

    Connection connect() throws SQLException {
        String url = "jdbc:postgresql://" + host + ":" + port + "/" + database + "?connectTimeout=" + CONNECT_SECONDS;
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + database + ", slot " + slot + ", tables " + tables;
    }
}
