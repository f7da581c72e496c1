package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.server.Beside;
import co.litper.cerebro.server.LiveState;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.receipt.RescueTables;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The read tables of an installation, kept up by a thread of their own, and the questions that can be asked of them. The
 * thread never holds up the loop: it reads what was committed, writes a file of its own, and rests between batches unless
 * somebody waits.
 *
 * <p>Tables that several processes share have one writer; the others read what it writes, and one of them takes over within
 * some seconds when it is gone. Thread-safe.
 */
public final class ReadSide implements AutoCloseable {
    /** Between looks at a log that has not grown: how old an answer may be that did not wait. */
    private static final long IDLE_MS = 50;

    /** Rest after a batch at the most; else it rests as long as it worked. */
    private static final long LONGEST_REST_NS = 20_000_000;

    /** Between looks at tables that another process writes, while nobody waits: how old an answer may be that did not wait. */
    private static final long STANDBY_MS = 500;

    /** The same while somebody waits: a query each. */
    private static final long STANDBY_AWAITED_MS = 20;

    /** Between tries to write tables that another process writes: how long they may stand still after it died. */
    private static final long TAKE_OVER_NS = 2_000_000_000;

    /** After a failure, such as a full disk. */
    private static final long RETRY_MS = 1_000;

    private static final long STOP_MS = 10_000;

    private final ReadTables tables;
    private final Words words = new Words();
    private final EventLog log;
    private final LiveState state;
    private final Projector projector;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Parcels parcels;
    private final IssueQueue issues;
    private final Decisions decisions;
    private final Approvals approvals;
    private final Timeline timeline;
    private final FigureBook figures;
    private final Scorecards scorecards;
    private final SearchText search;
    private final RescueTables rescues;
    private final Beside beside = new Beside(
            "cerebro-rescues",
            "the newest snapshot could not be read, and is read when it is asked for",
            Duration.ofMillis(STOP_MS));
    private long snapshot;
    private volatile int waiting;
    private volatile boolean caughtUp;
    private volatile boolean writes = true;
    private long triedNs;
    private volatile boolean closed;

    private ReadSide(ReadTables tables, EventLog log, Vault vault, LiveState state, AnswerDeadlines deadlines) {
        this.tables = tables;
        this.log = log;
        this.state = state;
        this.projector = new Projector(tables, words, log, deadlines);
        this.parcels = new Parcels(tables, words);
        this.issues = new IssueQueue(tables, words);
        this.decisions = new Decisions(tables, words);
        this.approvals = new Approvals(tables, words);
        this.timeline = new Timeline(tables);
        this.figures = new FigureBook(tables, words);
        this.scorecards = new Scorecards(tables, words);
        this.search = new SearchText(vault);
        this.rescues = new RescueTables(log);
        this.thread = Thread.ofPlatform().name("cerebro-reads").daemon(true).unstarted(this::follow);
    }

    /**
     * Opens the tables of the store in {@code folder} and begins to follow its log.
     *
     * @param state of the same installation; stays the caller's to close, after this
     * @param deadlines by when novedades must be answered
     * @throws StoreException if the file can neither be read nor be made
     */
    public static ReadSide open(
            SqliteStore store, Path folder, SqliteStore.Options options, LiveState state, AnswerDeadlines deadlines) {
        ReadTables file = ReadFile.open(folder, options, store.id(), ReadShape.SHAPE);
        return open(file, store.log(), store.vault(), state, deadlines);
    }

    /**
     * Begins to follow a log into tables that it closes with itself. Tables that are ahead of the log were made before the store
     * was put back to an older moment: they are cleared.
     *
     * @param vault which finds people by name
     */
    public static ReadSide open(
            ReadTables tables, EventLog log, Vault vault, LiveState state, AnswerDeadlines deadlines) {
        if (Projector.positionIn(tables) >= log.end()) {
            tables.clear();
        }
        ReadSide reads = new ReadSide(tables, log, vault, state, deadlines);
        reads.caughtUp = reads.behind() < Projector.MOST_ENTRIES;
        reads.thread.start();
        return reads;
    }

    /** Changes whenever a table, or what stands in it, does: tables of another one must be made again. */
    public static int shape() {
        return ReadShape.SHAPE.version();
    }

    private void follow() {
        boolean failed = false;
        while (!closed) {
            long began = System.nanoTime();
            try {
                readSnapshot();
                boolean more = writes ? write() : standBy();
                failed = false;
                tell();
                rest(more, System.nanoTime() - began);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failed) {
                    ServiceLog.told("the read tables do not follow the log, and are tried again: " + e);
                }
                failed = true;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MS));
            }
        }
    }

    private boolean write() throws InterruptedException {
        try {
            boolean more = projector.step(state);
            caughtUp |= behind() < Projector.MOST_ENTRIES;
            return more;
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.LOCKED) {
                throw e;
            }
            writes = false;
            ServiceLog.told("another process writes the read tables; they are read until it is gone");
            return false;
        }
    }

    /** Follows where another process has come with the tables, and takes over once it is gone. */
    private boolean standBy() {
        projector.reload();
        caughtUp = behind() < Projector.MOST_ENTRIES;
        long now = System.nanoTime();
        if (now - triedNs >= TAKE_OVER_NS) {
            triedNs = now;
            writes = takesOver();
        }
        return writes;
    }

    private boolean takesOver() {
        try {
            tables.<Boolean>write("take over", _ -> true);
            projector.reload();
            return true;
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.LOCKED) {
                return false;
            }
            throw e;
        }
    }

    /** Restores a new snapshot beside, so that nobody who asks waits for it, nor for the tables meanwhile. */
    private void readSnapshot() {
        long newest = log.newestSnapshot();
        if (newest != snapshot && caughtUp && beside.start(() -> rescues.prepare(newest))) {
            snapshot = newest;
        }
    }

    private void rest(boolean more, long tookNs) {
        if (!writes) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(waiting == 0 ? STANDBY_MS : STANDBY_AWAITED_MS));
        } else if (!more) {
            if (waiting == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(IDLE_MS));
            }
        } else if (waiting == 0 && caughtUp) {
            LockSupport.parkNanos(Math.min(LONGEST_REST_NS, tookNs));
        }
    }

    private void tell() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The log position up to which the tables tell everything. */
    public long position() {
        return projector.position();
    }

    /** How many entries of the log the tables do not tell of yet. */
    public long behind() {
        return Math.max(0, log.end() - 1 - projector.position());
    }

    /** True if this process writes the tables; false while another one does, which is followed. */
    public boolean isWriter() {
        return writes;
    }

    /** True while amounts at risk are reckoned anew after a setting changed; until then some are by the old one. */
    public boolean isReckoning() {
        return projector.isReckoning();
    }

    /** True once the tables were a batch or less behind; before that they are being made and tell of the log's beginning only. */
    public boolean isReady() {
        return caughtUp;
    }

    /**
     * Waits until the tables tell of everything that was in the log when this was called.
     *
     * @param most how long to wait
     * @return false if they still do not
     */
    public boolean await(Duration most) throws InterruptedException {
        long wanted = log.end() - 1;
        long left = most.toNanos();
        if (projector.position() >= wanted) {
            return true;
        }
        lock.lockInterruptibly();
        try {
            waiting++;
            LockSupport.unpark(thread);
            while (projector.position() < wanted && left > 0 && !closed) {
                left = moved.awaitNanos(left);
            }
        } finally {
            waiting--;
            lock.unlock();
        }
        return projector.position() >= wanted;
    }

    /** Shipments. */
    public Parcels parcels() {
        return parcels;
    }

    /** Open novedades. */
    public IssueQueue issues() {
        return issues;
    }

    /** Decisions. */
    public Decisions decisions() {
        return decisions;
    }

    /** What waits for a yes. */
    public Approvals approvals() {
        return approvals;
    }

    /** What the log tells of each shipment. */
    public Timeline timeline() {
        return timeline;
    }

    /** Key figures, by day. */
    public FigureBook figures() {
        return figures;
    }

    /** Carriers by city. */
    public Scorecards scorecards() {
        return scorecards;
    }

    /** Where shipments of a merchant were lost. */
    public LookBack lookBack(MerchantId merchant) {
        return LookBack.of(scorecards, merchant);
    }

    /** Rescue tables of the snapshots that decided. */
    public RescueTables rescues() {
        return rescues;
    }

    /** What people mean by what they write into a search box. */
    public SearchText search() {
        return search;
    }

    /** Stops following the log and lets go of the file. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        tell();
        try {
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        beside.close();
        tables.close();
    }
}
