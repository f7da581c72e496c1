package co.litper.cerebro.learners.snapshot;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes numbers one after another, big-endian, behind a head of kind and version; {@link #finish()} adds a CRC-32 of all.
 * Not thread-safe; one snapshot a writer.
 */
public final class SnapshotWriter {
    private static final int FIRST_CAPACITY = 512;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY);

    /**
     * Begins a snapshot.
     *
     * @param kind what is written, four letters as an int
     * @param version of the layout, 0 to 255
     */
    public SnapshotWriter(int kind, int version) {
        buffer.putInt(kind).put((byte) version);
    }

    /** One int in four bytes. */
    public SnapshotWriter int32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    /** One long in eight bytes. */
    public SnapshotWriter int64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** One double in eight bytes, every bit kept. */
    public SnapshotWriter float64(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    /** The first {@code count} of {@code values}, count first. */
    public SnapshotWriter doubles(double[] values, int count) {
        int32(count);
        room(count * Double.BYTES);
        for (int i = 0; i < count; i++) {
            buffer.putDouble(values[i]);
        }
        return this;
    }

    /** All {@code values}, count first. */
    public SnapshotWriter doubles(double[] values) {
        return doubles(values, values.length);
    }

    /** All {@code values}, count first. */
    public SnapshotWriter floats(float[] values) {
        int32(values.length);
        room(values.length * Float.BYTES);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return this;
    }

    /** All {@code values}, count first: another snapshot inside this one, for example. */
    public SnapshotWriter bytes(byte[] values) {
        int32(values.length);
        room(values.length).put(values);
        return this;
    }

    /** The whole snapshot, checksum behind. Write no more after it. */
    public byte[] finish() {
        CRC32 crc = new CRC32();
        crc.update(buffer.array(), 0, buffer.position());
        int32((int) crc.getValue());
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            int capacity = Math.max(buffer.capacity() * 2, buffer.position() + more);
            buffer = ByteBuffer.allocate(capacity).put(buffer.array(), 0, buffer.position());
        }
        return buffer;
    }
}
