package co.litper.cerebro.cluster.kafka;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The key of a record that a shard writes, with the partition where it belongs: the shard's own, whatever the key.
 *
 * @param key as it is written; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record Placed(int partition, byte[] key) {
    static final byte[] NO_KEY = {};

    static final StreamPartitioner<Placed, byte[]> PARTITIONER =
            (topic, placed, value, count) -> Optional.of(Set.of(placed.partition()));

    @SuppressWarnings("NullAway") // Kafka's own word for a record without a key
    static final Serializer<Placed> SERIALIZER = (topic, placed) -> placed.key().length == 0 ? null : placed.key();
}
