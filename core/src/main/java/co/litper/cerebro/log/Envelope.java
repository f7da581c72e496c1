package co.litper.cerebro.log;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import java.time.Instant;

/**
 * An event with what the log must know of it: CloudEvents 1.0 attributes and Cerebro's extensions.
 *
 * @param id unique within {@code source}; the same id again is the same event
 * @param source who says so, a URI reference such as {@code /dropi/export}
 * @param merchant whose parcel it is
 * @param subject what it is about: {@code order:9}, {@code guide:123}, {@code customer:…}, {@code carrier:TCC},
 *     {@code effect:7}, {@code decision:5}, {@code system}
 * @param validAt when it happened, by the source's clock
 * @param precision how exact {@code validAt} is
 * @param recordedAt when Cerebro took it in; the log is ordered by this
 * @param correlationId what ties a story together; empty if none
 * @param causationId the id of the event that caused this one; empty if none
 * @param priority how soon it wants to be seen
 * @param standing whether effects are possible
 * @param skewed true if the source's clock was more than ten minutes ahead of ours
 * @param depth how many events deep it was derived, 0 for one from outside, at most {@link #MAX_DEPTH}
 * @param event what happened
 */
public record Envelope(
        String id,
        String source,
        MerchantId merchant,
        String subject,
        Instant validAt,
        TimePrecision precision,
        Instant recordedAt,
        String correlationId,
        String causationId,
        Priority priority,
        Standing standing,
        boolean skewed,
        int depth,
        Event event) {

    /** Events derived from events stop here, so that a loop of rules ends. */
    public static final int MAX_DEPTH = 8;

    private static final int MAX_TEXT = 200;

    public Envelope {
        requireText("id", id, 1);
        requireText("source", source, 1);
        requireText("subject", subject, 1);
        requireText("correlationId", correlationId, 0);
        requireText("causationId", causationId, 0);
        if (depth < 0 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("depth must be 0 to " + MAX_DEPTH + ", is " + depth
                    + ". Maybe two rules answer each other for ever.");
        }
    }

    /** One of our own, that happens as it is recorded and follows from no other: live, of normal priority. */
    public static Envelope own(
            String id, String source, MerchantId merchant, String subject, Instant now, Event event) {
        return new Envelope(
                id,
                source,
                merchant,
                subject,
                now,
                TimePrecision.SECOND,
                now,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    private static void requireText(String name, String text, int least) {
        if (text.length() < least || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    name + " must have " + least + " to " + MAX_TEXT + " characters, has " + text.length());
        }
    }
}
