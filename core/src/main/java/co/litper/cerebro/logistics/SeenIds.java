package co.litper.cerebro.logistics;

import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.util.Arrays;

/**
 * The hashes of the last events that a key has met, so that a repeat changes nothing. Holds {@link #CAPACITY}; older ones
 * fall out, and a repeat of such an event is then recognised by its time, which lies before the last movement.
 */
public final class SeenIds {
    /** A parcel's life is 10 to 20 events; three times that covers feeds that repeat with changed ids. */
    static final int CAPACITY = 64;

    private static final int FIRST = 4;

    private long[] hashes = new long[FIRST];
    private int count;
    private int next;

    /** Notes a hash; false if it was there already. O({@link #CAPACITY}). */
    public boolean add(long hash) {
        for (int i = 0; i < count; i++) {
            if (hashes[i] == hash) {
                return false;
            }
        }
        if (count < CAPACITY && count == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.min(CAPACITY, count * 2));
        }
        hashes[next] = hash;
        next = (next + 1) % CAPACITY;
        count = Math.min(CAPACITY, count + 1);
        return true;
    }

    /** Notes all that another record of the same key has met. */
    public void addAll(SeenIds other) {
        for (int i = 0; i < other.count; i++) {
            add(other.hashes[i]);
        }
    }

    /** True if this hash was noted. */
    public boolean contains(long hash) {
        for (int i = 0; i < count; i++) {
            if (hashes[i] == hash) {
                return true;
            }
        }
        return false;
    }

    public void write(WireWriter out) {
        out.octet(count).octet(next);
        for (int i = 0; i < count; i++) {
            out.fixed64(hashes[i]);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static SeenIds read(WireReader in) {
        SeenIds seen = new SeenIds();
        seen.count = in.octet();
        seen.next = in.octet();
        seen.hashes = new long[Math.max(FIRST, seen.count)];
        for (int i = 0; i < seen.count; i++) {
            seen.hashes[i] = in.fixed64();
        }
        return seen;
    }
}
