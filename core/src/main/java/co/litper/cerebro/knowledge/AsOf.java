package co.litper.cerebro.knowledge;

/**
 * A point on both clocks: what held at {@code validMs} as far as it was known at {@code recordedMs}.
 *
 * @param validMs epoch milliseconds of the world's time, or {@link #EVER} for what held at any time
 * @param recordedMs epoch milliseconds of the log's time
 */
public record AsOf(long validMs, long recordedMs) {
    /** Stands for any valid time. */
    public static final long EVER = Long.MIN_VALUE;

    /** Whatever held at any time, by all that is known. */
    public static final AsOf NOW = new AsOf(EVER, Long.MAX_VALUE - 1);

    /** Whatever held at any time, as known at {@code recordedMs}. */
    public static AsOf known(long recordedMs) {
        return new AsOf(EVER, recordedMs);
    }
}
