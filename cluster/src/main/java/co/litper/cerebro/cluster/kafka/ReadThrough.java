package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StoreException;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * How far a learner has read the journals: the position of the entry with which it goes on, shard after shard. Stands as a
 * header beside each of its snapshots, so that what it knows and what it has read cannot come apart. Owned by one thread.
 */
final class ReadThrough {
    /** Positions, 8 bytes each, big-endian, in order of the shards. */
    static final String HEADER = "cerebro-next";

    private final long[] next;

    private ReadThrough(long[] next) {
        this.next = next;
    }

    /** Nothing was read of any of {@code shards}. */
    static ReadThrough nothing(int shards) {
        return new ReadThrough(
                IntStream.range(0, shards).mapToLong(Shards::firstPosition).toArray());
    }

    /** A single shard is to be read from {@code position}. */
    static ReadThrough single(long position) {
        return new ReadThrough(new long[] {position});
    }

    /**
     * What a snapshot says; null if it says nothing, not being of a cluster's learner.
     *
     * @throws StoreException if it is of an installation with another number of shards
     */
    static @Nullable ReadThrough of(ConsumerRecord<byte[], byte[]> snapshot, int shards) {
        Header header = snapshot.headers().lastHeader(HEADER);
        if (header == null) {
            return null;
        }
        if (header.value().length != shards * Long.BYTES) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "snapshot " + JournalRecord.number(snapshot.key()) + " was made of "
                            + header.value().length / Long.BYTES + " journals, not of " + shards
                            + ". Maybe topics of another installation were copied.");
        }
        ByteBuffer positions = ByteBuffer.wrap(header.value());
        return new ReadThrough(
                LongStream.generate(positions::getLong).limit(shards).toArray());
    }

    Header header() {
        ByteBuffer positions = ByteBuffer.allocate(next.length * Long.BYTES);
        for (long position : next) {
            positions.putLong(position);
        }
        return new RecordHeader(HEADER, positions.array());
    }

    /** The entry of {@code shard} with which to go on. */
    long next(int shard) {
        return next[shard];
    }

    /** An entry of {@code shard} was read whole. */
    void read(int shard, long position) {
        next[shard] = position + 1;
    }
}
