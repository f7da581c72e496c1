package co.litper.cerebro.cluster.postgres;

import java.util.regex.Pattern;

/**
 * How to reach a database and where in it the tables lie.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param user who may make tables in the schema
 * @param password theirs; empty where the server asks for none
 * @param schema made if need be, lower case, one a shard
 * @param readers connections for questions, 1 to {@value #MOST_READERS}; the writer has one of its own
 * @param concurrentMigrations false for a server of a single session, which cannot wait for itself
 */
public record PostgresOptions(
        String url, String user, String password, String schema, int readers, boolean concurrentMigrations) {
    /** More than this a small server serves no faster. */
    public static final int MOST_READERS = 64;

    /** Enough for the pages of a few people and an API. */
    public static final int STANDARD_READERS = 4;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    public PostgresOptions {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "url must begin with jdbc:postgresql:, is '" + url + "'. Maybe the scheme is missing.");
        }
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "schema must be lower-case letters, digits and _, at most 48, is '" + schema + "'");
        }
        if (readers < 1 || readers > MOST_READERS) {
            throw new IllegalArgumentException("readers must be 1 to " + MOST_READERS + ", is " + readers);
        }
    }

    /** With {@link #STANDARD_READERS}. */
    public static PostgresOptions of(String url, String user, String password, String schema) {
        return new PostgresOptions(url, user, password, schema, STANDARD_READERS, true);
    }

    /** This with another schema. */
    public PostgresOptions schema(String name) {
        return new PostgresOptions(url, user, password, name, readers, concurrentMigrations);
    }

    /** Without the password, so that it can be logged. */
    @Override
    public String toString() {
        return "PostgresOptions[" + url + ", user=" + user + ", schema=" + schema + ", readers=" + readers + "]";
    }
}
