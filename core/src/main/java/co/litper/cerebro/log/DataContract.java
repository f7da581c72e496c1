package co.litper.cerebro.log;

import co.litper.cerebro.event.EventType;
import java.time.Duration;
import java.util.List;

/**
 * What can be relied on about the data of one event type, and who answers for it.
 *
 * @param type the event type
 * @param version the version of its data, from 1
 * @param owner the domain that answers for it: {@code orders}, {@code logistics}, {@code customers}, {@code learning},
 *     {@code effects}, {@code brain} or {@code operations}
 * @param description what happened, in a sentence
 * @param freshness how old it may be when it comes in and still be useful
 * @param personal JSON pointers inside {@code data} of the fields that are personal or point to a person
 * @param schema its JSON Schema 2020-12 document, for the CloudEvent's {@code data}
 */
public record DataContract(
        EventType type,
        int version,
        String owner,
        String description,
        Duration freshness,
        List<String> personal,
        String schema) {
    public DataContract {
        if (version < 1 || owner.isBlank() || freshness.isNegative() || freshness.isZero()) {
            throw new IllegalArgumentException("contract of " + type.wire() + " has version " + version + ", owner '"
                    + owner + "', freshness " + freshness);
        }
        personal = List.copyOf(personal);
    }
}
