package co.litper.cerebro.server.memory;

import co.litper.cerebro.adapters.lucene.LuceneSearchIndex;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.vocabulary.PersonRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Where an installation keeps its memory. One process at a time writes it; any reads what was committed. Thread-safe. */
public final class MemoryFolder implements MemoryPlace {
    /** How long whoever erases waits for another process that is just filling the memory. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String NAME = "memory";
    private static final long NAP_NS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path folder;
    private final Embedder embedder;

    private MemoryFolder(Path folder, Embedder embedder) {
        this.folder = folder;
        this.embedder = embedder;
    }

    /**
     * The memory of the installation in {@code dataDir}. To be closed.
     *
     * @param model as {@link MemoryPlace#embedder} takes it
     * @throws StoreException or {@link IllegalArgumentException} if the folder holds no such model
     */
    public static MemoryFolder in(Path dataDir, String model) {
        return new MemoryFolder(dataDir.resolve(NAME), MemoryPlace.embedder(dataDir, model));
    }

    /** Lets go of the model. */
    @Override
    public void close() {
        embedder.close();
    }

    @Override
    public Memories open() {
        return MemoryPlace.over(LuceneSearchIndex.open(folder, embedder));
    }

    @Override
    public Optional<Memories> openBeside(long known) {
        Memories memories = openBeside();
        if (memories.position() == known) {
            memories.close();
            return Optional.empty();
        }
        return Optional.of(memories);
    }

    private Memories openBeside() {
        return MemoryPlace.over(LuceneSearchIndex.openBeside(folder, embedder));
    }

    /** Opens the memory to fill it, and waits for whoever does so meanwhile, {@code patience} at the most. */
    private Memories open(Duration patience) {
        long began = System.nanoTime();
        while (true) {
            try {
                return open();
            } catch (StoreException e) {
                boolean waits = e.kind() == StoreException.Kind.LOCKED
                        && System.nanoTime() - began < patience.toNanos()
                        && !Thread.currentThread().isInterrupted();
                if (!waits) {
                    throw e;
                }
                LockSupport.parkNanos(NAP_NS);
            }
        }
    }

    /**
     * The memory for questions: brought up to the log, or, while a running service does that, as the service last committed it. To be
     * closed.
     */
    public Memories upToDate(Reading reading, HolidayCalendar holidays) throws InterruptedException {
        Memories memories;
        try {
            memories = open();
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.LOCKED) {
                throw e;
            }
            return openBeside();
        }
        try {
            SqliteStore store = reading.store();
            MemoryProjector projector = new MemoryProjector(
                    store.log(), homes -> Owner.in(reading.view(), homes), store.vault()::isErased, holidays, memories);
            projector.takeAll();
            return memories;
        } catch (InterruptedException | RuntimeException e) {
            memories.close();
            throw e;
        }
    }

    /**
     * Erases a customer from the memory, which nobody of this process has open; returns how many memories went, 0 without a memory.
     *
     * @throws StoreException if another process fills it for longer than {@link #PATIENCE}
     */
    public int erase(PersonRef person) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Memories memories = open(PATIENCE)) {
            return memories.erase(person);
        }
    }

    @Override
    public void drop() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the memory in " + folder + " could not be taken away", e);
        }
    }

    @Override
    public boolean isShared() {
        return false;
    }
}
