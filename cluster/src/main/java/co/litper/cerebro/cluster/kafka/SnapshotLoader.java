package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Finds the snapshot that a shard's log names, once for all shards of a node. One that is not kept any more, since the shard
 * lags far behind, is replaced by the next that is; receipts name the one that decided. Thread-safe.
 */
final class SnapshotLoader implements LongFunction<BrainSnapshot>, AutoCloseable {
    /** Shards of a node are at most a few snapshots apart. */
    private static final int KEPT = 4;

    /** A snapshot is committed before the event that names it; it shows some milliseconds later. */
    private static final long SHOWN_WITHIN_S = 30;

    private static final long LOOK_AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Readers readers;
    private final SnapshotShelf shelf;
    private final Map<Long, BrainSnapshot> loaded = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, BrainSnapshot> eldest) {
            return size() > KEPT;
        }
    };

    SnapshotLoader(Connection connection, Topics topics) {
        this.readers = new Readers(connection);
        this.shelf = new SnapshotShelf(topics.snapshots(), readers);
    }

    /**
     * The snapshot of {@code version}; 0 is the one without experience.
     *
     * @throws StoreException if neither it nor a later one shows within {@value #SHOWN_WITHIN_S} s
     */
    @Override
    public synchronized BrainSnapshot apply(long version) {
        if (version == 0) {
            return Learner.cold().current();
        }
        BrainSnapshot known = loaded.get(version);
        if (known != null) {
            return known;
        }
        BrainSnapshot found = load(version);
        loaded.put(version, found);
        return found;
    }

    private BrainSnapshot load(long version) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SHOWN_WITHIN_S);
        while (true) {
            long kept = shelf.atLeast(version);
            var bytes = kept == 0 ? java.util.Optional.<byte[]>empty() : shelf.find(kept);
            if (bytes.isPresent()) {
                return Learner.restore(bytes.get()).current();
            }
            if (System.nanoTime() > deadline) {
                throw new StoreException(
                        StoreException.Kind.CORRUPT,
                        "snapshot " + version + " is named by the log but does not show; the newest is "
                                + shelf.newest() + ". Maybe the topic of snapshots was made anew.");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
    }

    @Override
    public void close() {
        readers.close();
    }
}
