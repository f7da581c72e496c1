package co.litper.cerebro.host;

import co.litper.cerebro.decision.Decision;
import java.util.List;

/** What a host says of an event, once that is durable. */
public sealed interface Answer {
    /** The event stands in the log at {@code position}, with these decisions. */
    record Recorded(long position, List<Decision> decisions) implements Answer {}

    /** The event was known; nothing changed. */
    record Duplicate() implements Answer {}
}
