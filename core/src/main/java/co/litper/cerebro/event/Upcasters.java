package co.litper.cerebro.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Brings the data of an event written by an older Cerebro up to the version that is written today, one step a version.
 *
 * <p>In: the {@code data} tree of an event of any version that was ever released. Out: a tree of the current version. A
 * step is a pure function and forgiving: what does not look as expected is left as it is, for the reader to report, and data that is current already
 * (an integrator may leave out the version, which means 1) passes unchanged in meaning. Thread-safe. O(size of the tree) a step.
 */
public final class Upcasters {
    /** Steps by type: the first leads from version 1 to 2, the next from 2 to 3. */
    private static final Map<EventType, List<UnaryOperator<ObjectNode>>> STEPS = Map.of(
            EventType.GUIDE_UPDATED, List.of(Upcasters::guideUpdatedTo2),
            EventType.TRACKING_UPDATED, List.of(Upcasters::trackingUpdatedTo2));

    private Upcasters() {}

    /**
     * The data as the current version would have written it.
     *
     * @param from the version that wrote {@code data}, 1 to {@link EventType#version()}
     * @param data is not changed
     * @throws IllegalArgumentException if this Cerebro does not know version {@code from}
     */
    public static ObjectNode upcast(EventType type, int from, ObjectNode data) {
        if (from < 1 || from > type.version()) {
            throw new IllegalArgumentException(type.wire() + " has versions 1 to " + type.version() + ", not " + from);
        }
        ObjectNode current = data.deepCopy();
        for (UnaryOperator<ObjectNode> step : steps(type).subList(from - 1, type.version() - 1)) {
            current = step.apply(current);
        }
        return current;
    }

    /** How many steps are known for a type; one less than its version. */
    static List<UnaryOperator<ObjectNode>> steps(EventType type) {
        return STEPS.getOrDefault(type, List.of());
    }

    /** Version 1 called the parcel's {@code valueCop} {@code value} and did not say whether a novedad was answered. */
    private static ObjectNode guideUpdatedTo2(ObjectNode data) {
        if (data.get("parcel") instanceof ObjectNode parcel) {
            rename(parcel, "value", "valueCop");
        }
        if (!data.has("issueSolved")) {
            data.put("issueSolved", false);
        }
        return data;
    }

    /** Version 1 called {@code rawStatus} {@code status}, and {@code location} {@code city}. */
    private static ObjectNode trackingUpdatedTo2(ObjectNode data) {
        rename(data, "status", "rawStatus");
        rename(data, "city", "location");
        return data;
    }

    private static void rename(ObjectNode node, String from, String to) {
        JsonNode value = node.get(from);
        if (value != null && !node.has(to)) {
            node.remove(from);
            node.set(to, value);
        }
    }
}
