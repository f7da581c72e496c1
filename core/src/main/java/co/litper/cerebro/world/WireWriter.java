package co.litper.cerebro.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes small values one after another into a growing buffer: variable-length integers, text, floats. Little-endian,
 * seven bits a byte with a continuation bit. Not thread-safe; {@link #clear()} and use again.
 */
public final class WireWriter {
    private static final int FIRST_CAPACITY = 256;
    private static final int MORE = 0x80;
    private static final int SEVEN = 0x7F;

    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int size;

    /** Forgets what was written. */
    public void clear() {
        size = 0;
    }

    /** How many bytes were written. */
    public int size() {
        return size;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    /** One byte, the lower eight bits of {@code value}. */
    public WireWriter octet(int value) {
        room(1);
        buffer[size++] = (byte) value;
        return this;
    }

    /** A truth value in one byte. */
    public WireWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /** An integer in one to ten bytes, fewest near zero on either side. */
    public WireWriter varint(long value) {
        room(10);
        long z = (value << 1) ^ (value >> 63);
        while ((z & ~SEVEN) != 0) {
            buffer[size++] = (byte) (z & SEVEN | MORE);
            z >>>= 7;
        }
        buffer[size++] = (byte) z;
        return this;
    }

    /** An integer in eight bytes. */
    public WireWriter fixed64(long value) {
        room(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** A float in four bytes, every bit kept. */
    public WireWriter float32(float value) {
        room(Float.BYTES);
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += 8) {
            buffer[size++] = (byte) (bits >>> shift);
        }
        return this;
    }

    /** A double in eight bytes, every bit kept. */
    public WireWriter float64(double value) {
        return fixed64(Double.doubleToRawLongBits(value));
    }

    /** Text in UTF-8, its byte length first. */
    public WireWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes, their count first. */
    public WireWriter bytes(byte[] value) {
        varint(value.length);
        room(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
