package co.litper.cerebro.log;

/**
 * The state of one key as checkpointed.
 *
 * @param key the 64-bit hash of the key
 * @param kind which kind of state the bytes hold; a small number given by its codec
 * @param attention above 0 if a person may want to see it now (an open novedad, an approval that waits, an unknown
 *     effect), else 0
 * @param dueMs epoch milliseconds of its next timer, or {@link #NEVER}
 * @param bytes the state, versioned by its codec
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record StateRow(long key, int kind, int attention, long dueMs, byte[] bytes) {
    /** No timer runs. */
    public static final long NEVER = Long.MAX_VALUE;
}
