package co.litper.cerebro.memory;

/**
 * How alive a memory is: repetition strengthens it, disuse lets it decay, as in Ebbinghaus's curve with a half-life that
 * grows with strength.
 *
 * @param strength at {@code touchedMs}, 0 to {@value #MOST}
 * @param touchedMs epoch milliseconds when it was last strengthened
 * @param contradictedMs epoch milliseconds when evidence last spoke against it, or 0
 */
public record Trace(double strength, long touchedMs, long contradictedMs) {
    /** The strength of a memory that cannot get stronger. */
    public static final double MOST = 8;
    /** Below this a memory is let go. */
    public static final double FORGOTTEN = 0.05;

    /** Milliseconds in which a memory of strength 1 loses half of it; one of strength s takes s times as long. */
    private static final double HALF_LIFE_MS = 60.0 * 24 * 3_600_000;

    /** A new memory, as strong as it is important. */
    public static Trace fresh(double importance, long atMs) {
        return new Trace(importance, atMs, 0);
    }

    /** What is left of its strength at {@code nowMs}; a clock that went back changes nothing. */
    public double at(long nowMs) {
        double idleMs = Math.max(0, nowMs - touchedMs);
        return strength * Math.exp(-Math.log(2) * idleMs / (HALF_LIFE_MS * Math.max(FORGOTTEN, strength)));
    }

    /** Strengthened by being met or used again. */
    public Trace strengthened(double by, long nowMs) {
        return new Trace(Math.min(MOST, at(nowMs) + by), Math.max(touchedMs, nowMs), contradictedMs);
    }

    /** Marked as contradicted, and half as strong. */
    public Trace contradicted(long nowMs) {
        return new Trace(at(nowMs) / 2, Math.max(touchedMs, nowMs), nowMs);
    }

    /** The mark taken away, since evidence speaks for it again. */
    public Trace upheld(double by, long nowMs) {
        return new Trace(Math.min(MOST, at(nowMs) + by), Math.max(touchedMs, nowMs), 0);
    }

    /** True if evidence speaks against it. */
    public boolean isContradicted() {
        return contradictedMs != 0;
    }
}
