package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.sql.SQLException;

/** Tells what PostgreSQL says in the words of the store's ports. */
enum Failures {
    /** Of tables that can be made again. */
    DERIVED("Maybe drop the schema: it is made again from the log."),
    /** Of tables that hold what nothing else does. */
    KEPT("Maybe the server's disk fails: restore the schema from the backup.");

    /** Classes of SQLSTATE, its first two characters. */
    private static final String INSUFFICIENT_RESOURCES = "53";

    private static final String INTERNAL_ERROR = "XX";
    private static final String CONNECTION = "08";
    private static final String SHUTTING_DOWN = "57";
    private static final String NOT_ALLOWED = "28";

    private final String damaged;

    Failures(String damaged) {
        this.damaged = damaged;
    }

    /** Of tables that can be made again. */
    static StoreException of(String doing, PostgresOptions options, SQLException e) {
        return DERIVED.told(doing, options, e);
    }

    StoreException told(String doing, PostgresOptions options, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String where =
                "cannot " + doing + " schema " + options.schema() + " of " + options.url() + ": " + e.getMessage();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case INSUFFICIENT_RESOURCES ->
                new StoreException(Kind.FULL, where + ". Maybe its disk is full or it has no connection left.", e);
            case INTERNAL_ERROR -> new StoreException(Kind.CORRUPT, where + ". " + damaged, e);
            case CONNECTION, SHUTTING_DOWN ->
                new StoreException(Kind.IO, where + ". Maybe the server restarts: it is tried again.", e);
            case NOT_ALLOWED ->
                new StoreException(Kind.IO, where + ". Maybe postgres.user or postgres.password is wrong.", e);
            default -> new StoreException(Kind.IO, where, e);
        };
    }

    static StoreException taken(PostgresOptions options) {
        return new StoreException(
                Kind.LOCKED,
                "schema " + options.schema() + " of " + options.url()
                        + " has a writer already. Maybe another node holds this shard; it is taken over when that ends.");
    }
}
