package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.StoreException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Consecutive entries of one batch as one row of the journal: a row costs about as much as copying two kilobytes, so
 * entries go in groups.
 *
 * <p>Layout, big-endian: CRC-32C of all that follows [4], then for each entry the length of its event [4] and of its facts
 * [4], then event and facts of each entry in turn. SQLite keeps no checksum of its pages, so this is what finds a rotten
 * one.
 */
final class Block {
    /** Entries in a block at most. Beyond this appending gains nothing, and finding one entry reads all of them. */
    static final int MOST_ENTRIES = 32;

    /** Bytes of entries after which a block takes no more; one entry alone may be larger. */
    static final int ENOUGH_BYTES = 64 * 1024;

    private static final int CHECKSUM_BYTES = Integer.BYTES;
    private static final int LENGTHS_BYTES = 2 * Integer.BYTES;

    private Block() {}

    /** The index after the last entry of the block that begins at {@code from}. */
    static int end(List<Entry> entries, int from) {
        int bytes = 0;
        int at = from;
        while (at < entries.size() && at - from < MOST_ENTRIES && bytes < ENOUGH_BYTES) {
            bytes += entries.get(at).event().length + entries.get(at).facts().length;
            at++;
        }
        return at;
    }

    /** The bytes of {@code entries}. */
    static byte[] encode(List<Entry> entries) {
        int size = CHECKSUM_BYTES;
        for (Entry entry : entries) {
            size = Math.addExact(size, LENGTHS_BYTES + entry.event().length + entry.facts().length);
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).position(CHECKSUM_BYTES);
        for (Entry entry : entries) {
            buffer.putInt(entry.event().length).putInt(entry.facts().length);
        }
        for (Entry entry : entries) {
            buffer.put(entry.event()).put(entry.facts());
        }
        return buffer.putInt(0, checksum(buffer.array())).array();
    }

    /**
     * The {@code count} entries from position {@code first} on.
     *
     * @throws StoreException if the bytes are not what was written
     */
    static List<Entry> decode(long first, int count, byte[] bytes) {
        ByteBuffer buffer = checked(first, count, bytes);
        List<Entry> entries = new ArrayList<>(count);
        int at = CHECKSUM_BYTES + count * LENGTHS_BYTES;
        for (int i = 0; i < count; i++) {
            Entry entry = entry(buffer, first + i, i, at);
            entries.add(entry);
            at += entry.event().length + entry.facts().length;
        }
        return entries;
    }

    /** The entry at {@code position} of the block that begins at {@code first}. */
    static Entry decodeOne(long first, int count, byte[] bytes, long position) {
        ByteBuffer buffer = checked(first, count, bytes);
        int index = (int) (position - first);
        int at = CHECKSUM_BYTES + count * LENGTHS_BYTES;
        for (int i = 0; i < index; i++) {
            at += eventLength(buffer, i) + factsLength(buffer, i);
        }
        return entry(buffer, position, index, at);
    }

    private static ByteBuffer checked(long first, int count, byte[] bytes) {
        if (bytes.length < CHECKSUM_BYTES + count * LENGTHS_BYTES
                || ByteBuffer.wrap(bytes).getInt() != checksum(bytes)) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "entries " + first + " to " + (first + count - 1) + " of the journal do not match their checksum."
                            + " Maybe the disk fails: restore the store from a backup.");
        }
        return ByteBuffer.wrap(bytes);
    }

    private static Entry entry(ByteBuffer buffer, long position, int index, int at) {
        byte[] event = new byte[eventLength(buffer, index)];
        byte[] facts = new byte[factsLength(buffer, index)];
        buffer.get(at, event).get(at + event.length, facts);
        return new Entry(position, event, facts);
    }

    private static int eventLength(ByteBuffer buffer, int index) {
        return buffer.getInt(CHECKSUM_BYTES + index * LENGTHS_BYTES);
    }

    private static int factsLength(ByteBuffer buffer, int index) {
        return buffer.getInt(CHECKSUM_BYTES + index * LENGTHS_BYTES + Integer.BYTES);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, CHECKSUM_BYTES, bytes.length - CHECKSUM_BYTES);
        return (int) crc.getValue();
    }
}
