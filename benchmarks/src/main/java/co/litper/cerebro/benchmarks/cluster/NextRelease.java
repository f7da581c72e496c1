package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.RowFormat;
import co.litper.cerebro.log.StateRow;
import java.util.Arrays;

/**
 * Rows as the release after this one might write them: homes have a higher version and a field more at their end. It reads this
 * release's rows as they are; this release refuses its homes by their version, as it would those of a true successor.
 */
enum NextRelease implements RowFormat {
    ROWS;

    /** Of homes, as {@code StateCodec} numbers kinds of state. */
    private static final int HOME = 1;

    /** The version of homes in this release. */
    private static final int CURRENT_HOME = 2;

    private static final int VERSIONS_AHEAD = 1;
    private static final byte NEW_FIELD = 42;

    @Override
    public byte[] encode(StateRow row) {
        return STANDARD.encode(row.kind() == HOME ? raise(row) : row);
    }

    private static StateRow raise(StateRow row) {
        byte[] bytes = Arrays.copyOf(row.bytes(), row.bytes().length + 1);
        bytes[0] += VERSIONS_AHEAD;
        bytes[bytes.length - 1] = NEW_FIELD;
        return with(row, bytes);
    }

    @Override
    public StateRow decode(long key, byte[] row) {
        StateRow found = STANDARD.decode(key, row);
        return isRaised(found) ? lower(found) : found;
    }

    private static boolean isRaised(StateRow row) {
        return row.kind() == HOME && row.bytes()[0] > CURRENT_HOME;
    }

    /** True if the value of a row holds a home, in whichever format. */
    static boolean isHome(byte[] row) {
        return STANDARD.decode(0, row).kind() == HOME;
    }

    /** True if the value of a row was written by this release. */
    static boolean wrote(byte[] row) {
        return isRaised(STANDARD.decode(0, row));
    }

    private static StateRow lower(StateRow row) {
        byte[] bytes = Arrays.copyOf(row.bytes(), row.bytes().length - 1);
        bytes[0] -= VERSIONS_AHEAD;
        return with(row, bytes);
    }

    private static StateRow with(StateRow row, byte[] bytes) {
        return new StateRow(row.key(), row.kind(), row.attention(), row.dueMs(), bytes);
    }
}
