package co.litper.cerebro.server.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a stream line by line within bounded memory, as bytes. One thread. */
public final class Lines {
    private final InputStream in;
    private final int most;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private long read;
    private boolean tooLong;

    /** @param most bytes kept of a line; the rest of a longer one is skipped */
    public Lines(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** Goes to the next line; false at the end. */
    public boolean next() throws IOException {
        line.reset();
        tooLong = false;
        int b = in.read();
        if (b < 0) {
            return false;
        }
        number++;
        while (b >= 0 && b != '\n') {
            read++;
            if (line.size() < most) {
                line.write(b);
            } else {
                tooLong = true;
            }
            b = in.read();
        }
        read++;
        return true;
    }

    /** The line without its break, cut off where it is too long. */
    public byte[] bytes() {
        return line.toByteArray();
    }

    /** True if nothing but white space stands there. */
    public boolean isBlank() {
        for (byte b : line.toByteArray()) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    /** True if more was sent than is kept. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** The line's number, from 1. */
    public long number() {
        return number;
    }

    /** Bytes read so far. */
    public long bytesRead() {
        return read;
    }
}
