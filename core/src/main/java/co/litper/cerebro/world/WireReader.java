package co.litper.cerebro.world;

import java.nio.charset.StandardCharsets;

/** Reads what {@link WireWriter} wrote. Every read checks its bounds and throws {@link WireException} past the end. */
public final class WireReader {
    private static final int MORE = 0x80;
    private static final int SEVEN = 0x7F;

    private final byte[] buffer;
    private int at;

    /** Reads {@code bytes} from the start; they are not copied. */
    public WireReader(byte[] bytes) {
        this.buffer = bytes;
    }

    /** True if something is left to read. */
    public boolean hasMore() {
        return at < buffer.length;
    }

    /** One byte, 0 to 255. */
    public int octet() {
        need(1);
        return buffer[at++] & 0xFF;
    }

    /** A truth value. */
    public boolean flag() {
        return octet() != 0;
    }

    /** A variable-length integer. */
    public long varint() {
        long z = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = octet();
            z |= (long) (b & SEVEN) << shift;
            if ((b & MORE) == 0) {
                return (z >>> 1) ^ -(z & 1);
            }
        }
        throw new WireException("variable-length integer runs past ten bytes before byte " + at);
    }

    /** A variable-length integer that fits an int. */
    public int varintAsInt() {
        long value = varint();
        if (value != (int) value) {
            throw new WireException("number " + value + " does not fit 32 bits, before byte " + at);
        }
        return (int) value;
    }

    /** An integer of eight bytes. */
    public long fixed64() {
        need(Long.BYTES);
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 8) {
            value |= (buffer[at++] & 0xFFL) << shift;
        }
        return value;
    }

    /** A float of four bytes. */
    public float float32() {
        need(Float.BYTES);
        int bits = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 8) {
            bits |= (buffer[at++] & 0xFF) << shift;
        }
        return Float.intBitsToFloat(bits);
    }

    /** A double of eight bytes. */
    public double float64() {
        return Double.longBitsToDouble(fixed64());
    }

    /** Text in UTF-8. */
    public String text() {
        int length = length();
        String value = new String(buffer, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    /** Bytes, copied. */
    public byte[] bytes() {
        int length = length();
        byte[] value = new byte[length];
        System.arraycopy(buffer, at, value, 0, length);
        at += length;
        return value;
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > buffer.length - at) {
            throw new WireException("length " + length + " at byte " + at + " of " + buffer.length
                    + ". Maybe the bytes were cut short.");
        }
        return (int) length;
    }

    private void need(int count) {
        if (buffer.length - at < count) {
            throw new WireException("wanted " + count + " bytes at byte " + at + " of " + buffer.length
                    + ". Maybe the bytes were cut short.");
        }
    }
}
