package co.litper.cerebro.server.memory;

import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.Recall;
import co.litper.cerebro.memory.Recalled;
import co.litper.cerebro.server.LiveState;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a log, kept up by a thread of its own, and what is asked of it. The thread never holds up the
 * loop: it reads what was committed, writes a place of its own, and rests between batches as long as it worked. Nor does it hold
 * up those who recall. After a crash it goes on where it last committed; a memory that is damaged, or ahead of its log, is made
 * anew.
 *
 * <p>One process fills a memory; the others read what it commits, and one of them takes over within some seconds when it is gone.
 * Thread-safe.
 */
public final class MemorySide implements AutoCloseable {
    /** Between looks at a log that has not grown. */
    private static final long IDLE_NS = Duration.ofMillis(200).toNanos();
    /** Rest after a batch at the most; else it rests as long as it worked. */
    private static final long LONGEST_REST_NS = Duration.ofSeconds(1).toNanos();
    /** After a failure, such as a full disk. */
    private static final long RETRY_NS = Duration.ofSeconds(1).toNanos();
    /** Between looks at what another process commits, while nobody waits. */
    private static final long STANDBY_NS = Duration.ofMillis(500).toNanos();
    /** The same while somebody waits: a query each. */
    private static final long STANDBY_AWAITED_NS = Duration.ofMillis(20).toNanos();
    /** Between tries to fill what another process fills: how long it may stand still after that died. */
    private static final long TAKE_OVER_NS = Duration.ofSeconds(2).toNanos();
    /** How long whoever erases waits for another process that fills the memory. */
    private static final long ERASED_WITHIN_NS = MemoryFolder.PATIENCE.toNanos();
    /** Between looks whether it has erased. */
    private static final long ERASED_LOOK_NS = Duration.ofMillis(50).toNanos();

    /** Whoever would wait for more is answered at once: under load more is missing all the time. */
    private static final long MOST_WAITED_FOR = MemoryProjector.MOST_ENTRIES;

    private static final long STOP_MS = 20_000;

    private final MemoryPlace place;
    private final EventLog log;
    private final LiveState state;
    private final Predicate<PersonRef> erased;
    private final HolidayCalendar holidays;
    private final Thread thread;
    /** Held by whoever fills the memory, makes it durable, opens it or closes it. */
    private final ReentrantLock lock = new ReentrantLock(true);
    /** Shared by those who recall, so that it is not closed under them; taken after {@link #lock}, never before. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private final Progress progress;
    /** What this process fills. */
    private volatile @Nullable Filling opened;
    /** What another process fills, as it was committed. */
    private volatile @Nullable Memories beside;

    private volatile boolean fills = true;
    private long triedNs;
    private volatile boolean closed;

    private MemorySide(
            MemoryPlace place, EventLog log, LiveState state, Predicate<PersonRef> erased, HolidayCalendar holidays) {
        this.place = place;
        this.log = log;
        this.state = state;
        this.erased = erased;
        this.holidays = holidays;
        this.progress = new Progress(log.first() - 1);
        this.thread = Thread.ofPlatform().name("cerebro-memory").daemon(true).unstarted(this::follow);
    }

    /**
     * Begins to fill the memory in {@code place} from a log, or to read it while another process fills it.
     *
     * @param place closed with this
     * @param state of the same log; stays the caller's to close, after this
     * @param erased true for whoever must leave no memory
     */
    public static MemorySide open(
            MemoryPlace place, EventLog log, LiveState state, Predicate<PersonRef> erased, HolidayCalendar holidays) {
        MemorySide side = new MemorySide(place, log, state, erased, holidays);
        side.thread.start();
        return side;
    }

    private void follow() {
        boolean failed = false;
        while (!closed) {
            long began = System.nanoTime();
            try {
                boolean more = fills ? fill() : standBy();
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
        if (!fills) {
            LockSupport.parkNanos(progress.isAwaited() ? STANDBY_AWAITED_NS : STANDBY_NS);
        } else if (!progress.isAwaited()) {
            LockSupport.parkNanos(more ? Math.min(LONGEST_REST_NS, tookNs) : IDLE_NS);
        }
    }

    private boolean fill() throws InterruptedException {
        try {
            return step();
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.LOCKED) {
                throw e;
            }
            fills = false;
            triedNs = System.nanoTime();
            forget();
            ServiceLog.told("another process fills the memory; it is read until that is gone");
            return false;
        }
    }

    /** Takes in the next batch; false if there is none. What is read from log and state is read while the memory answers. */
    private boolean step() throws InterruptedException {
        MemoryProjector projector = locked(Filling::projector);
        boolean more = projector.position() + 1 < log.end();
        MemoryProjector.@Nullable Batch batch = more ? projector.read() : null;
        return locked(open -> {
            if (batch != null && open.projector() == projector) {
                projector.take(batch);
                progress.tell(projector.position());
            }
            open.commitIfDue();
            return more;
        });
    }

    /** Follows what another process commits, and takes over once it is gone. */
    private boolean standBy() throws InterruptedException {
        long now = System.nanoTime();
        if (now - triedNs >= TAKE_OVER_NS) {
            triedNs = now;
            fills = takesOver();
        }
        if (!fills) {
            look();
        }
        return fills;
    }

    private void look() {
        Memories known = beside;
        Optional<Memories> newer = place.openBeside(known == null ? -1 : known.position());
        newer.ifPresent(memories -> {
            readBeside(memories);
            progress.tell(Math.max(memories.position(), log.first() - 1));
        });
    }

    private boolean takesOver() throws InterruptedException {
        try {
            locked(Filling::projector);
            readBeside(null);
            return true;
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.LOCKED) {
                return false;
            }
            throw e;
        }
    }

    private void readBeside(@Nullable Memories newer) {
        use.writeLock().lock();
        try {
            Memories old = beside;
            beside = newer;
            if (old != null) {
                old.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Work on the open memory. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Filling open);
    }

    private <T> T locked(Work<T> work) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return work.on(opened());
        } finally {
            lock.unlock();
        }
    }

    private Filling opened() {
        Filling known = opened;
        if (known == null) {
            if (closed) {
                throw new StoreException(StoreException.Kind.IO, "the memory is closed");
            }
            known = reopened();
            opened = known;
            progress.tell(known.projector().position());
        }
        return known;
    }

    private Filling reopened() {
        Memories memories = memories();
        if (memories.position() >= log.end()) {
            // It was made before the store was put back to an older moment.
            memories.close();
            place.drop();
            memories = place.open();
        }
        MemoryProjector projector =
                new MemoryProjector(log, homes -> state.ask(view -> Owner.in(view, homes)), erased, holidays, memories);
        return new Filling(place, memories, projector);
    }

    private Memories memories() {
        try {
            return place.open();
        } catch (StoreException e) {
            boolean curable = e.kind() == StoreException.Kind.CORRUPT
                    || e.kind() == StoreException.Kind.TOO_NEW && !place.isShared();
            if (!curable) {
                throw e;
            }
            ServiceLog.told("the memory is made anew: " + e.getMessage());
            place.drop();
            return place.open();
        }
    }

    /** Gives up what was not committed; it is read again. */
    private void forget() {
        lock.lock();
        try {
            Filling open = opened;
            opened = null;
            if (open != null) {
                close(open.memories());
            }
        } catch (RuntimeException e) {
            ServiceLog.told("the memory could not be let go: " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private void close(Memories memories) {
        use.writeLock().lock();
        try {
            memories.close();
        } finally {
            use.writeLock().unlock();
        }
    }

    /** The log position up to which everything is remembered. */
    public long position() {
        return progress.position();
    }

    /** How many entries of the log are not looked at yet. */
    public long behind() {
        return Math.max(0, log.end() - 1 - position());
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
        if (position() >= wanted) {
            return true;
        }
        boolean near = wanted - position() <= MOST_WAITED_FOR;
        return near && progress.await(wanted, most.toNanos(), () -> LockSupport.unpark(thread));
    }

    /**
     * What comes to mind, best first.
     *
     * @throws StoreException if the memory cannot be read now
     */
    public List<Recalled> recall(Recall recall) throws InterruptedException {
        use.readLock().lockInterruptibly();
        try {
            Filling open = opened;
            Memories memories = open == null ? beside : open.memories();
            if (memories != null) {
                return memories.recall(recall);
            }
        } finally {
            use.readLock().unlock();
        }
        return locked(open -> open.memories().recall(recall));
    }

    /** True if this process fills the memory; false while another one does, of which it is read. */
    public boolean isFilling() {
        return opened != null;
    }

    /**
     * Erases a customer, durably, wherever the memory is filled; whoever is erased in the vault before leaves no memory later either.
     *
     * @return how many memories went
     * @throws StoreException if another process fills the memory and has not erased within {@link MemoryFolder#PATIENCE}
     */
    public int erase(PersonRef person) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            try {
                return locked(open -> open.erase(person));
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.LOCKED || System.nanoTime() - began > ERASED_WITHIN_NS) {
                    throw e;
                }
            }
            OptionalInt gone = place.eraseElsewhere(person);
            if (gone.isPresent()) {
                return gone.getAsInt();
            }
            LockSupport.parkNanos(ERASED_LOOK_NS);
        }
    }

    /** Makes durable what was remembered, and lets go of the place. */
    @Override
    public void close() {
        closed = true;
        progress.end();
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
            Filling open = opened;
            if (open != null) {
                open.commit();
            }
        } catch (RuntimeException e) {
            ServiceLog.told("what was remembered last is read again from the log: " + e.getMessage());
        } finally {
            lock.unlock();
        }
        forget();
        readBeside(null);
        place.close();
    }
}
