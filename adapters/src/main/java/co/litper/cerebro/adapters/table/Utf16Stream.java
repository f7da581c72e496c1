package co.litper.cerebro.adapters.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-16 turned into UTF-8. A lone surrogate or an odd last byte becomes the byte 0xFF, which is not UTF-8, so that the
 * cell is refused rather than altered. Not thread-safe.
 */
final class Utf16Stream extends InputStream {
    private static final int CHUNK = 1 << 13;
    private static final byte INVALID = (byte) 0xFF;
    private static final int MAX_BYTES_PER_UNIT = 3;

    private final InputStream in;
    private final boolean bigEndian;
    private final byte[] out = new byte[CHUNK * MAX_BYTES_PER_UNIT];
    private int at;
    private int filled;
    private int high = -1;
    private boolean ended;

    Utf16Stream(InputStream in, Charset charset) {
        this.in = in;
        this.bigEndian = charset.equals(StandardCharsets.UTF_16BE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (at == filled) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int n = Math.min(length, filled - at);
        System.arraycopy(out, at, buffer, offset, n);
        at += n;
        return n;
    }

    private void fill() throws IOException {
        at = 0;
        filled = 0;
        // A unit may add a lone surrogate's byte before its own three.
        while (filled + MAX_BYTES_PER_UNIT + 1 < out.length && !ended) {
            int first = in.read();
            int second = first < 0 ? -1 : in.read();
            if (second < 0) {
                ended = true;
                if (first >= 0 || high >= 0) {
                    out[filled++] = INVALID;
                }
                return;
            }
            unit(bigEndian ? first << 8 | second : second << 8 | first);
        }
    }

    private void unit(int unit) {
        char c = (char) unit;
        if (high >= 0) {
            int before = high;
            high = -1;
            if (Character.isLowSurrogate(c)) {
                encode(Character.toCodePoint((char) before, c));
                return;
            }
            out[filled++] = INVALID;
        }
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            out[filled++] = INVALID;
        } else {
            encode(c);
        }
    }

    private void encode(int point) {
        if (point < 0x80) {
            out[filled++] = (byte) point;
            return;
        }
        byte[] utf8 = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, out, filled, utf8.length);
        filled += utf8.length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
