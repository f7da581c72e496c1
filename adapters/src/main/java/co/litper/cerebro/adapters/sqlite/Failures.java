package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Turns what SQLite says into what a caller can act on. */
final class Failures {
    /** The lower eight bits of an extended result code are the primary code. */
    private static final int PRIMARY = 0xFF;

    private Failures() {}

    /** What went wrong while {@code doing} something with {@code file}. */
    static StoreException of(String doing, Path file, SQLException cause) {
        Kind kind = kindOf(cause.getErrorCode() & PRIMARY);
        return new StoreException(
                kind, "cannot " + doing + " " + file + ": " + cause.getMessage() + ". " + advice(kind), cause);
    }

    private static Kind kindOf(int code) {
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return Kind.FULL;
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Kind.LOCKED;
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Kind.CORRUPT;
        }
        return Kind.IO;
    }

    private static String advice(Kind kind) {
        return switch (kind) {
            case FULL -> "Maybe the disk or a quota is full: free some space and try again; nothing was lost.";
            case LOCKED -> "Maybe another program has the file open for writing: close it and try again.";
            case CORRUPT -> "Maybe the file was cut short, or is not a file of Cerebro: restore it from a backup.";
            case TOO_NEW -> "Maybe a newer version wrote it: upgrade this one.";
            case IO -> "Maybe the folder is missing, not writable, or its disk fails.";
        };
    }
}
