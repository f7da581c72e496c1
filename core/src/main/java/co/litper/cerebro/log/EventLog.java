package co.litper.cerebro.log;

import java.util.List;
import java.util.Optional;

/**
 * The one durable, ordered, replayable log. One writer at a time; readers at any time, from any thread; a reader sees
 * whole batches.
 *
 * <p>Failures come as {@link StoreException}; after a failed {@link #append} nothing of the batch is in the log.
 */
public interface EventLog extends AutoCloseable {
    /** The position of the first entry, but in the log of a shard among several. */
    long FIRST = 1;

    /** The position of the first entry, whether or not there is one yet: {@link #FIRST}, or where the log's shard begins. */
    default long first() {
        return FIRST;
    }

    /** The position that the next entry gets: {@link #first()} for an empty log. O(1). */
    long end();

    /**
     * Appends a batch wholly or not at all, and returns when it is durable.
     *
     * @param entries with positions from {@link #end()} on, without gaps
     * @param snapshots that become readable together with the entries
     * @throws StoreException if it could not be made durable; the log is as before
     * @throws IllegalArgumentException if the positions do not follow
     */
    void append(List<Entry> entries, List<Snapshot> snapshots);

    /** Shows entries in order, from position {@code from} to the end of the log as it stood when the call began. */
    void read(long from, Visitor visitor);

    /** The entry at {@code position}, or empty if there is none. */
    Optional<Entry> at(long position);

    /** The bytes of snapshot {@code version}, or empty if it is not kept (any more). */
    Optional<byte[]> snapshot(long version);

    /** The version of the newest snapshot, or 0. */
    long newestSnapshot();

    @Override
    void close();

    /** Sees entries one by one. */
    @FunctionalInterface
    interface Visitor {
        /** Returns false to stop reading. */
        boolean visit(Entry entry);
    }
}
