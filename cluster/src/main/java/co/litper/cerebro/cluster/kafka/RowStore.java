package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A shard's state in a store of Kafka Streams: changes go to its changelog and become true with the transaction that they
 * are part of. Owned by the task's thread.
 *
 * <p>A row's key is 8 bytes, which the store keeps in order of the key as an unsigned number: rows are shown in two runs, those below
 * zero first. Reads belong to the same thread: nobody else sees what is not committed.
 */
final class RowStore implements StateStore {
    private final KeyValueStore<Bytes, byte[]> rows;
    private final RowFormat format;
    private final ShardMemory memory;

    RowStore(KeyValueStore<Bytes, byte[]> rows, RowFormat format, ShardMemory memory) {
        this.rows = rows;
        this.format = format;
        this.memory = memory;
    }

    @Override
    public long position() {
        return memory.next() - 1;
    }

    @Override
    public Optional<StateRow> load(long key) {
        byte[] row = rows.get(key(key));
        return row == null ? Optional.empty() : Optional.of(format.decode(key, row));
    }

    @Override
    public void checkpoint(long position, List<StateRow> changed) {
        for (StateRow row : changed) {
            rows.put(key(row.key()), format.encode(row));
        }
        memory.moveTo(position + 1);
    }

    @Override
    public void scanAttention(Visitor visitor) {
        scan(row -> {
            if (row.attention() > 0) {
                visitor.visit(row);
            }
        });
    }

    @Override
    public void scanTimers(TimerVisitor visitor) {
        scan(row -> {
            if (row.dueMs() != StateRow.NEVER) {
                visitor.visit(row.key(), row.dueMs());
            }
        });
    }

    @Override
    public void scanAll(Visitor visitor) {
        scan(visitor::visit);
    }

    @Override
    public void scanWhile(Predicate<StateRow> visitor) {
        if (scan(Long.MIN_VALUE, -1, visitor)) {
            scan(0, Long.MAX_VALUE, visitor);
        }
    }

    private void scan(Consumer<StateRow> visitor) {
        scanWhile(row -> {
            visitor.accept(row);
            return true;
        });
    }

    /** False if the visitor wants no more. */
    private boolean scan(long from, long to, Predicate<StateRow> visitor) {
        try (KeyValueIterator<Bytes, byte[]> some = rows.range(key(from), key(to))) {
            while (some.hasNext()) {
                KeyValue<Bytes, byte[]> next = some.next();
                if (!visitor.test(format.decode(JournalRecord.number(next.key.get()), next.value))) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void clear() {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = rows.all()) {
            all.forEachRemaining(row -> keys.add(row.key));
        }
        keys.forEach(rows::delete);
        memory.clear();
    }

    /** Closes nothing: the task does. */
    @Override
    public void close() {
        // see above
    }

    static Bytes key(long key) {
        return Bytes.wrap(JournalRecord.bytes(key));
    }
}
