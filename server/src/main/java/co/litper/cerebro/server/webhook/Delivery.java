package co.litper.cerebro.server.webhook;

import java.util.Optional;
import java.util.function.Function;

/**
 * What someone sent.
 *
 * @param source the name in the path; anything at all
 * @param header the value of a header by its lower-case name; of a repeated one the first
 * @param body the bytes as they came, at most {@link Webhooks#MOST_BYTES}
 * @param correlation the id of the request; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Delivery(String source, Function<String, Optional<String>> header, byte[] body, String correlation) {
    /** Hides the body, which may tell of people. */
    @Override
    public String toString() {
        return "Delivery[" + body.length + " bytes]";
    }
}
