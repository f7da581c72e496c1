package co.litper.cerebro.learn.improve;

import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import java.util.List;

/**
 * The events of one change. A crash between two of them leaves a record whose setting stands otherwise: it counts as
 * superseded, and nothing is changed behind anybody's back.
 */
final class Steps {
    private Steps() {}

    static ConfigurationChanged record(Improvement i, String by) {
        return new ConfigurationChanged(Improvements.KEY + i.number(), ImprovementText.write(i), by);
    }

    static List<ConfigurationChanged> apply(Improvement i, String by) {
        Change change = i.change();
        return List.of(record(i, by), mark(change.key(), change.to(), by), set(change.key(), change.to(), by));
    }

    static List<ConfigurationChanged> revert(Improvement i, String by) {
        Change change = i.change();
        return List.of(mark(change.key(), change.from(), by), set(change.key(), change.from(), by), record(i, by));
    }

    /** So that a start does not set back what nobody fixed. */
    private static ConfigurationChanged mark(String key, String value, String by) {
        return set(Standing.IMPROVED + key, value, by);
    }

    private static ConfigurationChanged set(String key, String value, String by) {
        return new ConfigurationChanged(key, value, by);
    }
}
