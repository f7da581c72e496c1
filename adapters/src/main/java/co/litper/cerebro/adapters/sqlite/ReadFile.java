package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * The file {@code reads.db}: tables that are made of log and state and hold nothing else, so that they can be dropped at any
 * time. On opening they are dropped if they have another shape, were made of another log, or are damaged. One writer, any
 * number of readers. Thread-safe.
 */
public final class ReadFile implements AutoCloseable {
    /** Of the file in the store's folder. */
    public static final String NAME = FileFormat.READS.fileName();

    /**
     * Bytes after which a commit copies the write-ahead log into the file: the same pages of indexes are changed again and
     * again, so that one copy of them serves many commits, and the disk is synced seldom.
     */
    private static final int WAL_BYTES = 16 * 1024 * 1024;

    private static final String SHAPE = "shape";
    private static final String STORE = "store";

    private final Database database;

    private ReadFile(Database database) {
        this.database = database;
    }

    /**
     * The tables.
     *
     * @param version changes whenever a table, or what stands in it, does
     * @param statements that make them
     */
    public record Shape(int version, List<String> statements) {
        public Shape {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Opens the file of the store in {@code folder}, which the caller has open for writing.
     *
     * @param storeId of that store
     * @throws StoreException if it can neither be read nor be made anew
     */
    public static ReadFile open(Path folder, Options options, long storeId, Shape shape) {
        Options own = options.withWalBytes(WAL_BYTES);
        ReadFile file = new ReadFile(openOrReplace(folder, own));
        if (file.isMadeOf(storeId, shape)) {
            return file;
        }
        file.close();
        drop(folder);
        ReadFile fresh = new ReadFile(Database.open(folder, FileFormat.READS, own));
        fresh.make(storeId, shape);
        return fresh;
    }

    private static Database openOrReplace(Path folder, Options options) {
        try {
            return Database.open(folder, FileFormat.READS, options);
        } catch (StoreException e) {
            if (e.kind() != Kind.CORRUPT && e.kind() != Kind.TOO_NEW) {
                throw e;
            }
            drop(folder);
            return Database.open(folder, FileFormat.READS, options);
        }
    }

    private boolean isMadeOf(long storeId, Shape shape) {
        return database.read(session -> {
            OptionalLong made = Rows.meta(session.connection(), SHAPE);
            return made.isPresent()
                    && made.getAsLong() == shape.version()
                    && Rows.meta(session.connection(), STORE).orElse(0) == storeId;
        });
    }

    private void make(long storeId, Shape shape) {
        database.write("make", session -> {
            Rows.run(session.connection(), shape.statements());
            Rows.putMeta(session.connection(), SHAPE, shape.version());
            Rows.putMeta(session.connection(), STORE, storeId);
            return storeId;
        });
    }

    /** Removes the file, if there is one; nobody may have it open. */
    public static void drop(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
            for (String suffix : StoreFiles.COMPANIONS) {
                Files.deleteIfExists(folder.resolve(NAME + suffix));
            }
        } catch (IOException e) {
            throw new StoreException(
                    Kind.IO,
                    "cannot remove " + folder.resolve(NAME) + ": " + e
                            + ". Maybe another program has it open: stop it, or remove the file by hand.",
                    e);
        }
    }

    /** Does {@code work} in one transaction: wholly, or not at all and then with an exception. */
    public <T> T write(String doing, Session.Work<T> work) {
        return database.write(doing, work);
    }

    /** Reads with one of a few connections; work must not nest. */
    public <T> T read(Session.Work<T> work) {
        return database.read(work);
    }

    /** A number kept beside the tables, or empty. */
    public static OptionalLong number(Session session, String name) throws SQLException {
        return Rows.meta(session.connection(), name);
    }

    /** Keeps a number beside the tables. */
    public static void putNumber(Session session, String name, long value) throws SQLException {
        Rows.putMeta(session.connection(), name, value);
    }

    @Override
    public void close() {
        database.close();
    }
}
