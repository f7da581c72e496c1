package co.litper.cerebro.knowledge.ask;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was understood.
 *
 * @param kind what answer it wants
 * @param measure what it counts
 * @param named the conditions that it names, in their order; two of one factor are alternatives
 * @param from first day of the period that it names, or null
 * @param to last day of it, or null
 * @param asked the factor that it asks for, such as "qué ciudad", or null
 * @param guide the guide that it names, or empty
 * @param best true if it asks for the best rather than the worst
 */
public record Inquiry(
        QuestionKind kind,
        Measure measure,
        List<Condition> named,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Factor asked,
        String guide,
        boolean best) {
    public Inquiry {
        named = List.copyOf(named);
    }
}
