package co.litper.cerebro.cluster.debezium;

import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.format.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a shop's database on a thread of its own: a snapshot of the tables first, then each change. Where it stands is in a
 * folder; a change counts as read once the sink has it, so that after a crash some are told again and none is left out. What the
 * sink cannot take now is offered again until it can, and the database keeps the rest meanwhile.
 */
public final class ChangeStream implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private static final String OFFSETS = "offsets";

    private final ShopDatabase shop;
    private final Path folder;
    private final ChangeSink sink;
    private final Consumer<String> trouble;
    private final Columns columns;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final DebeziumEngine<ChangeEvent<String, String>> engine;
    private final Thread thread;
    private volatile boolean closed;

    private ChangeStream(ShopDatabase shop, Path folder, ChangeSink sink, Consumer<String> trouble) {
        this.shop = shop;
        this.folder = folder;
        this.sink = sink;
        this.trouble = trouble;
        this.columns = Columns.in(folder.resolve("columns.json"));
        this.engine = DebeziumEngine.create(Json.class)
                .using(settings())
                .using(this::over)
                .notifying(this::take)
                .build();
        this.thread = Thread.ofPlatform().name("cerebro-cdc").daemon(true).unstarted(engine);
    }

    /**
     * Begins to listen, or goes on where the folder says.
     *
     * @param folder for where it stands; of nobody else
     * @param trouble is told what a person should know: changes of the schema, a sink that refuses, the end of listening
     * @throws SlotLostException if it listened before and cannot go on without a gap; see {@link #startAgain}
     */
    public static ChangeStream start(ShopDatabase shop, Path folder, ChangeSink sink, Consumer<String> trouble) {
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve(OFFSETS)) && !Slot.of(shop).isWhole()) {
                throw new SlotLostException(shop);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "cannot ask " + shop + ": " + e.getMessage() + ". Maybe the database is down, or " + shop.user()
                            + " may not enter.",
                    e);
        }
        ChangeStream stream = new ChangeStream(shop, folder, sink, trouble);
        stream.thread.start();
        return stream;
    }

    /** Forgets where it stood and begins with a new snapshot: rows are told again, which changes nothing where they are known. */
    public static ChangeStream startAgain(ShopDatabase shop, Path folder, ChangeSink sink, Consumer<String> trouble) {
        try {
            Files.deleteIfExists(folder.resolve(OFFSETS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder.resolve(OFFSETS), e);
        }
        return start(shop, folder, sink, trouble);
    }

    private Properties settings() {
        Properties p = new Properties();
        p.setProperty("name", shop.slot());
        p.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        p.setProperty("offset.storage", "org.apache.kafka.connect.storage.FileOffsetBackingStore");
        p.setProperty("offset.storage.file.filename", folder.resolve(OFFSETS).toString());
        p.setProperty("offset.flush.interval.ms", "0");
        p.setProperty("topic.prefix", shop.slot());
        p.setProperty("plugin.name", "pgoutput");
        p.setProperty("slot.name", shop.slot());
        p.setProperty("publication.name", shop.slot());
        p.setProperty("publication.autocreate.mode", "filtered");
        p.setProperty("database.hostname", shop.host());
        p.setProperty("database.port", Integer.toString(shop.port()));
        p.setProperty("database.dbname", shop.database());
        p.setProperty("database.user", shop.user());
        p.setProperty("database.password", shop.password());
        p.setProperty("table.include.list", String.join(",", shop.tables()).replace(".", "\\."));
        p.setProperty("snapshot.mode", "initial");
        p.setProperty("decimal.handling.mode", "string");
        p.setProperty("time.precision.mode", "isostring");
        p.setProperty("tombstones.on.delete", "false");
        p.setProperty("poll.interval.ms", "10");
        // Without them a slot of quiet tables holds the log of busy ones.
        p.setProperty("heartbeat.interval.ms", "10000");
        p.setProperty("converter.schemas.enable", "false");
        return p;
    }

    private void take(List<ChangeEvent<String, String>> records, RecordCommitter<ChangeEvent<String, String>> committer)
            throws InterruptedException {
        List<Change> changes = new ArrayList<>(records.size());
        for (ChangeEvent<String, String> record : records) {
            if (record.value() != null) {
                ChangeReader.read(String.valueOf(record.key()), record.value()).ifPresent(changes::add);
            }
        }
        for (Change change : changes) {
            columns.look(change).forEach(trouble);
        }
        if (!changes.isEmpty() && !deliver(changes)) {
            return; // closed meanwhile: they are told again next time
        }
        for (ChangeEvent<String, String> record : records) {
            committer.markProcessed(record);
        }
        committer.markBatchFinished();
    }

    private boolean deliver(List<Change> changes) throws InterruptedException {
        boolean told = false;
        while (!closed) {
            try {
                sink.take(changes);
                return true;
            } catch (RuntimeException e) {
                if (!told) {
                    trouble.accept("changes of the shop are not taken, and are offered again: " + e.getMessage());
                    told = true;
                }
                LockSupport.parkNanos(RETRY.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException("listening ends");
                }
            }
        }
        return false;
    }

    private void over(boolean success, @Nullable String message, @Nullable Throwable error) {
        if (!success && !closed) {
            trouble.accept("nobody listens to the shop any more: " + message
                    + (error == null ? "" : " (" + error + ")")
                    + ". Maybe the database restarts; start again, which tells if changes were lost.");
        }
        if (success || closed) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(new IllegalStateException("listening ended: " + message, error));
        }
    }

    /** Done when listening has ended; exceptionally if not by {@link #close}. */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Stops after what is on its way. */
    @Override
    public void close() {
        closed = true;
        try {
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop listening", e);
        } catch (IllegalStateException e) {
            // it had ended by itself
            ended.complete(null);
        }
        try {
            thread.join(TimeUnit.MILLISECONDS.convert(STOP_WITHIN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
