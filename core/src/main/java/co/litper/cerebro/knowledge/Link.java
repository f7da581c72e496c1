package co.litper.cerebro.knowledge;

/**
 * An edge as it is told.
 *
 * @param from where it starts
 * @param relation how the two belong together
 * @param to where it ends
 * @param validFromMs epoch milliseconds since when it held
 * @param validToMs epoch milliseconds until when it held, that moment left out; {@link #OPEN} if it still holds
 * @param recordedMs epoch milliseconds when it became known
 * @param position the log position that told it
 */
public record Link(
        Node from, RelationType relation, Node to, long validFromMs, long validToMs, long recordedMs, long position) {
    /** No end is known. */
    public static final long OPEN = Long.MAX_VALUE;
}
