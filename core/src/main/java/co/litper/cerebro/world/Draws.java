package co.litper.cerebro.world;

/**
 * Chance as a pure function of (seed, event, draw number): the same event meets the same luck on every host and in
 * every replay.
 *
 * @param seed the seed of the installation
 * @param eventHash the 64-bit hash of the event's id
 */
public record Draws(long seed, long eventHash) {

    /** A uniform double in [0, 1) for the {@code draw}-th question that this event asks. */
    public double unit(int draw) {
        return Hash64.toUnit(Hash64.of(seed ^ Long.rotateLeft(eventHash, 17), draw));
    }
}
