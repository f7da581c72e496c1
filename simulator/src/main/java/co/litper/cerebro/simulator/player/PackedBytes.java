package co.litper.cerebro.simulator.player;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing list of small byte arrays that lie in blocks. Owned by one thread; O(1) a call. */
final class PackedBytes {
    /** Bytes of a block: large enough to be few, small enough not to be copied for long. */
    private static final int BLOCK = 1 << 18;

    private static final int BLOCK_BITS = 20;
    private static final int FIRST_SLOTS = 1_024;

    private final List<byte[]> blocks = new ArrayList<>();
    /** [size] number of the block, and where in it an array ends, and its length. */
    private long[] places = new long[FIRST_SLOTS];

    private int size;
    private int used;

    int size() {
        return size;
    }

    /** Copies {@code bytes} to the end. */
    void add(byte[] bytes) {
        if (bytes.length > BLOCK) {
            throw new IllegalArgumentException(bytes.length + " bytes are more than a block of " + BLOCK);
        }
        if (blocks.isEmpty() || used + bytes.length > BLOCK) {
            blocks.add(new byte[BLOCK]);
            used = 0;
        }
        System.arraycopy(bytes, 0, blocks.getLast(), used, bytes.length);
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
        }
        places[size++] = (long) (blocks.size() - 1) << 2 * BLOCK_BITS | (long) used << BLOCK_BITS | bytes.length;
        used += bytes.length;
    }

    /** A copy of the array added as number {@code index}, from 0. */
    byte[] get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        long place = places[index];
        int mask = (1 << BLOCK_BITS) - 1;
        int from = (int) (place >>> BLOCK_BITS) & mask;
        return Arrays.copyOfRange(blocks.get((int) (place >>> 2 * BLOCK_BITS)), from, from + (int) (place & mask));
    }
}
