package co.litper.cerebro.server.memory;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.Recall;
import co.litper.cerebro.memory.Recalled;
import co.litper.cerebro.server.LiveView;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a running installation, kept up by a thread of its own, and what is asked of it. The thread never holds up the
 * loop: it reads what was committed, writes a folder of its own, and rests between batches as long as it worked. Nor does it hold
 * up those who recall. After a crash it goes on where it last committed; a folder that is damaged, or ahead of its log, is made
 * anew. Thread-safe.
 */
public final class MemorySide implements AutoCloseable {
    /** Entries of the log after which what was remembered is made durable: that many are read again after a crash. */
    private static final long MOST_UNCOMMITTED = 50_000;
    /** What is not yet durable is made so after this time at the latest, while the log grows or not. */
    private static final long COMMIT_NS = Duration.ofSeconds(30).toNanos();
    /** Between looks at a log that has not grown. */
    private static final long IDLE_NS = Duration.ofMillis(200).toNanos();
    /** Rest after a batch at the most; else it rests as long as it worked. */
    private static final long LONGEST_REST_NS = Duration.ofSeconds(1).toNanos();
    /** After a failure, such as a full disk or a folder that another process holds. */
    private static final long RETRY_NS = Duration.ofSeconds(1).toNanos();

    /** Whoever would wait for more is answered at once: under load more is missing all the time. */
    private static final long MOST_WAITED_FOR = MemoryProjector.MOST_ENTRIES;

    private static final long STOP_MS = 20_000;

    private final MemoryFolder folder;
    private final SqliteStore store;
    private final LiveView view;
    private final HolidayCalendar holidays;
    private final EventLog log;
    private final Thread thread;
    /** Held by whoever fills the memory, makes it durable, opens it or closes it. */
    private final ReentrantLock lock = new ReentrantLock(true);
    /** Shared by those who recall, so that it is not closed under them; taken after {@link #lock}, never before. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private final ReentrantLock progress = new ReentrantLock();
    private final Condition moved = progress.newCondition();
    private volatile @Nullable Opened opened;
    private volatile long position;
    private volatile int waiting;
    private volatile boolean closed;

    /** The folder, open, and what fills it. */
    private static final class Opened {
        private final Memories memories;
        private final MemoryProjector projector;
        private long committed;
        private long committedNs = System.nanoTime();

        private Opened(Memories memories, MemoryProjector projector) {
            this.memories = memories;
            this.projector = projector;
            this.committed = projector.position();
        }

        private void commit() {
            if (projector.position() > committed) {
                projector.commit();
                committed = projector.position();
            }
            committedNs = System.nanoTime();
        }

        private boolean isDue() {
            return projector.position() - committed >= MOST_UNCOMMITTED || System.nanoTime() - committedNs >= COMMIT_NS;
        }
    }

    private MemorySide(MemoryFolder folder, SqliteStore store, LiveView view, HolidayCalendar holidays) {
        this.folder = folder;
        this.store = store;
        this.view = view;
        this.holidays = holidays;
        this.log = store.log();
        this.thread = Thread.ofPlatform().name("cerebro-memory").daemon(true).unstarted(this::follow);
    }

    /**
     * Begins to fill the memory in {@code folder} from the log of {@code store}.
     *
     * @param folder closed with this
     * @param view of the same installation; stays the caller's to close, after this
     */
    public static MemorySide open(MemoryFolder folder, SqliteStore store, LiveView view, HolidayCalendar holidays) {
        MemorySide side = new MemorySide(folder, store, view, holidays);
        side.thread.start();
        return side;
    }

    private void follow() {
        boolean failed = false;
        while (!closed) {
            long began = System.nanoTime();
            try {
                boolean more = step();
                failed = false;
                rest(more, System.nanoTime() - began);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failed) {
                    ServiceLog.told("the memory does not follow the log, and it is tried again: " + e.getMessage());
                }
                failed = true;
                forget();
                LockSupport.parkNanos(RETRY_NS);
            }
        }
    }

    private void rest(boolean more, long tookNs) {
        if (waiting == 0) {
            LockSupport.parkNanos(more ? Math.min(LONGEST_REST_NS, tookNs) : IDLE_NS);
        }
    }

    /** Takes in the next batch; false if there is none. What is read from log and state is read while the memory answers. */
    private boolean step() throws InterruptedException {
        MemoryProjector projector = locked(open -> open.projector);
        boolean more = projector.position() + 1 < log.end();
        MemoryProjector.@Nullable Batch batch = more ? projector.read() : null;
        return locked(open -> {
            if (batch != null && open.projector == projector) {
                projector.take(batch);
                tell(projector.position());
            }
            if (open.isDue()) {
                open.commit();
            }
            return more;
        });
    }

    private void tell(long through) {
        progress.lock();
        try {
            position = through;
            moved.signalAll();
        } finally {
            progress.unlock();
        }
    }

    /** Work on the open memory. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Opened open);
    }

    private <T> T locked(Work<T> work) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return work.on(opened());
        } finally {
            lock.unlock();
        }
    }

    private Opened opened() {
        Opened known = opened;
        if (known == null) {
            if (closed) {
                throw new StoreException(StoreException.Kind.IO, "the memory is closed");
            }
            known = reopened();
            opened = known;
            tell(known.projector.position());
        }
        return known;
    }

    private Opened reopened() {
        Memories memories = memories();
        if (memories.position() >= log.end()) {
            // It was made before the store was put back to an older moment.
            memories.close();
            folder.drop();
            memories = folder.open();
        }
        return new Opened(
                memories,
                new MemoryProjector(
                        log,
                        homes -> view.ask(state -> Owner.in(state, homes)),
                        store.vault()::isErased,
                        holidays,
                        memories));
    }

    private Memories memories() {
        try {
            return folder.open();
        } catch (StoreException e) {
            boolean curable = e.kind() == StoreException.Kind.CORRUPT || e.kind() == StoreException.Kind.TOO_NEW;
            if (!curable) {
                throw e;
            }
            ServiceLog.told("the memory is made anew: " + e.getMessage());
            folder.drop();
            return folder.open();
        }
    }

    /** Gives up what was not committed; it is read again. */
    private void forget() {
        lock.lock();
        try {
            Opened open = opened;
            opened = null;
            if (open != null) {
                close(open);
            }
        } catch (RuntimeException e) {
            ServiceLog.told("the memory could not be let go: " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private void close(Opened open) {
        use.writeLock().lock();
        try {
            open.memories.close();
        } finally {
            use.writeLock().unlock();
        }
    }

    /** The log position up to which everything is remembered. */
    public long position() {
        return position;
    }

    /** How many entries of the log are not looked at yet. */
    public long behind() {
        return Math.max(0, log.end() - 1 - position);
    }

    /**
     * Waits until everything is remembered that was in the log when this was called; not if that is
     * more than a batch.
     *
     * @param most how long to wait
     * @return false if it still is not
     */
    public boolean await(Duration most) throws InterruptedException {
        long wanted = log.end() - 1;
        long left = most.toNanos();
        if (position >= wanted) {
            return true;
        }
        if (wanted - position > MOST_WAITED_FOR) {
            return false;
        }
        progress.lockInterruptibly();
        try {
            waiting++;
            LockSupport.unpark(thread);
            while (position < wanted && left > 0 && !closed) {
                left = moved.awaitNanos(left);
            }
        } finally {
            waiting--;
            progress.unlock();
        }
        return position >= wanted;
    }

    /**
     * What comes to mind, best first.
     *
     * @throws StoreException if the folder cannot be read now
     */
    public List<Recalled> recall(Recall recall) throws InterruptedException {
        use.readLock().lockInterruptibly();
        try {
            Opened open = opened;
            if (open != null) {
                return open.memories.recall(recall);
            }
        } finally {
            use.readLock().unlock();
        }
        return locked(open -> open.memories.recall(recall));
    }

    /**
     * Erases a customer, durably; whoever is erased in the vault before leaves no memory later either.
     *
     * @return how many memories went
     * @throws StoreException if another process holds the folder for longer than {@link MemoryFolder#PATIENCE}
     */
    public int erase(PersonRef person) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Opened open = opened;
            if (open == null) {
                return folder.erase(person);
            }
            open.commit();
            return open.memories.erase(person);
        } finally {
            lock.unlock();
        }
    }

    /** Makes durable what was remembered, and lets go of the folder. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_MS);
            thread.interrupt();
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            Opened open = opened;
            if (open != null) {
                open.commit();
            }
        } catch (RuntimeException e) {
            ServiceLog.told("what was remembered last is read again from the log: " + e.getMessage());
        } finally {
            lock.unlock();
        }
        forget();
        folder.close();
    }
}
