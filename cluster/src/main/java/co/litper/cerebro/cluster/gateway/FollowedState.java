package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sqlite.CheckpointFolder;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.server.LiveState;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The state of a shard, folded from its journal as a node folds it, for questions. Checkpoints of its own let it begin where it
 * ended. Thread-safe; questions come one at a time, those beside it excepted.
 *
 * <p>Cost of a question: one fold for each entry since the last one. A gateway that was never here before folds the whole journal.
 */
final class FollowedState implements LiveState {
    /** Entries that are folded before it is looked whether memory holds too much. */
    private static final int CHUNK = 5_000;

    /** Changed keys in memory, about 600 bytes each; to write them takes some tenths of a second, for which questions wait. */
    private static final int MOST_CHANGED = 10_000;

    private final EventLog log;
    private final CheckpointFolder folder;
    private final StateStore store;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable StateView view;

    /** Of {@code log}, with checkpoints in {@code folder}, which nobody else writes; both stay the caller's to close. */
    FollowedState(EventLog log, CheckpointFolder folder) {
        this.log = log;
        this.folder = folder;
        this.store = folder.states();
    }

    @Override
    public <T> T ask(Question<T> question) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return question.ask(current());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> T askBeside(Question<T> question) {
        try (CheckpointFolder.Pinned pinned = folder.pin()) {
            return question.ask(StateView.open(log, pinned.states(), codec));
        }
    }

    /** Follows the log although nobody asks, and lets go of what nobody asked for. */
    void keepUp() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            current().trim();
        } finally {
            lock.unlock();
        }
    }

    private StateView current() {
        StateView open = view;
        long end = log.end(); // while no broker answers, what was folded stays
        view = null; // what breaks off below is neither here nor there, and begun again from the checkpoint
        if (open == null) {
            if (store.position() >= end) {
                store.clear();
            }
            open = StateView.atCheckpoint(store);
        }
        boolean more = true;
        while (more) {
            more = open.advance(log, codec, CHUNK);
            if (open.changedKeys() >= MOST_CHANGED) {
                open.checkpoint();
            }
        }
        view = open;
        return open;
    }

    /** Keeps what was folded, if nothing broke off before. */
    void checkpoint() {
        lock.lock();
        try {
            StateView open = view;
            view = null;
            if (open != null) {
                open.checkpoint();
            }
        } finally {
            lock.unlock();
        }
    }
}
