package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StateRow;
import java.nio.ByteBuffer;

/**
 * How a row of state stands in Kafka. There is one in a release; a cluster that is being upgraded has nodes with two, the newer of
 * which reads both. Stateless, thread-safe.
 */
public interface RowFormat {
    /**
     * This release's: kind (1 byte), attention (1, of more than fits the most that does, since it only matters whether it is above
     * 0), due time (8), and the state's own bytes, which carry their version.
     */
    RowFormat STANDARD = new RowFormat() {
        private static final int HEAD = 2 + Long.BYTES;

        @Override
        public byte[] encode(StateRow row) {
            return ByteBuffer.allocate(HEAD + row.bytes().length)
                    .put((byte) row.kind())
                    .put((byte) Math.clamp(row.attention(), Byte.MIN_VALUE, Byte.MAX_VALUE))
                    .putLong(row.dueMs())
                    .put(row.bytes())
                    .array();
        }

        @Override
        public StateRow decode(long key, byte[] row) {
            ByteBuffer in = ByteBuffer.wrap(row);
            int kind = in.get();
            int attention = in.get();
            long dueMs = in.getLong();
            byte[] bytes = new byte[in.remaining()];
            in.get(bytes);
            return new StateRow(key, kind, attention, dueMs, bytes);
        }
    };

    /** The value under the row's key. */
    byte[] encode(StateRow row);

    /** The row that was encoded, by this release or one before. */
    StateRow decode(long key, byte[] row);
}
