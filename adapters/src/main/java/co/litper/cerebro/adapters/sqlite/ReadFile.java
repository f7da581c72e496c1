package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.adapters.sqlite.SqliteStore.Options;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The file {@code reads.db}: tables that are made of log and state and hold nothing else, so that they can be dropped at any
 * time. On opening they are dropped if they have another shape, were made of another log, or are damaged. One writer, any
 * number of readers. Thread-safe.
 */
public final class ReadFile implements ReadTables {
    /** Of the file in the store's folder. */
    public static final String NAME = FileFormat.READS.fileName();

    /**
     * Bytes after which a commit copies the write-ahead log into the file: the same pages of indexes are changed again and
     * again, so that one copy of them serves many commits, and the disk is synced seldom.
     */
    private static final int WAL_BYTES = 16 * 1024 * 1024;

    private static final String SHAPE = "shape";
    private static final String STORE = "store";

    private final Path folder;
    private final Options options;
    private final long storeId;
    private final Shape shape;
    private volatile Database database;

    private ReadFile(Path folder, Options options, long storeId, Shape shape) {
        this.folder = folder;
        this.options = options;
        this.storeId = storeId;
        this.shape = shape;
        this.database = openOrReplace(folder, options);
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
        ReadFile file = new ReadFile(folder, options.withWalBytes(WAL_BYTES), storeId, shape);
        if (!file.isMade()) {
            file.clear();
        }
        return file;
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

    private boolean isMade() {
        return database.read(session -> {
            OptionalLong made = ReadTables.number(session, SHAPE);
            return made.isPresent()
                    && made.getAsLong() == shape.version()
                    && ReadTables.number(session, STORE).orElse(0) == storeId;
        });
    }

    @Override
    public void clear() {
        database.close();
        drop(folder);
        database = Database.open(folder, FileFormat.READS, options);
        database.write("make", session -> {
            Rows.run(session.connection(), shape.statements());
            ReadTables.putNumber(session, SHAPE, shape.version());
            ReadTables.putNumber(session, STORE, storeId);
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

    @Override
    public <T> T write(String doing, Session.Work<T> work) {
        return database.write(doing, work);
    }

    @Override
    public <T> T read(Session.Work<T> work) {
        return database.read(work);
    }

    /** A file has room everywhere. */
    @Override
    public void makeRoom(long first, long last) {
        // nothing is cut into parts
    }

    @Override
    public void close() {
        database.close();
    }
}
