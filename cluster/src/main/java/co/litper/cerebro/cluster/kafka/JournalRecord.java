package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * How an entry of the log stands in Kafka: the event as a CloudEvent in structured mode (Kafka binding 1.0.2), position and
 * facts as headers beside it.
 */
final class JournalRecord {
    /** Position in the log, 8 bytes, big-endian. */
    static final String POSITION = "cerebro-position";

    /** What the brain added, as core writes it. */
    static final String FACTS = "cerebro-facts";

    static final String CONTENT_TYPE = "content-type";
    private static final byte[] STRUCTURED =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8);

    private JournalRecord() {}

    /** The header that marks a CloudEvent in structured mode. */
    static List<Header> cloudEvent() {
        return List.of(new RecordHeader(CONTENT_TYPE, STRUCTURED));
    }

    static Headers headers(Entry entry) {
        return new RecordHeaders(List.of(
                new RecordHeader(CONTENT_TYPE, STRUCTURED),
                new RecordHeader(POSITION, bytes(entry.position())),
                new RecordHeader(FACTS, entry.facts())));
    }

    static long position(ConsumerRecord<byte[], byte[]> journalled) {
        return ByteBuffer.wrap(header(journalled, POSITION)).getLong();
    }

    static Entry entry(ConsumerRecord<byte[], byte[]> journalled) {
        return new Entry(position(journalled), journalled.value(), header(journalled, FACTS));
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> journalled, String name) {
        Header header = journalled.headers().lastHeader(name);
        if (header == null) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "record " + journalled.offset() + " of " + journalled.topic() + "-" + journalled.partition()
                            + " has no " + name + ". Maybe something else than a node writes there.");
        }
        return header.value();
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }
}
