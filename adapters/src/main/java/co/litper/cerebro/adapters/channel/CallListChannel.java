package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;

/**
 * Puts calls on the list of the rescue desk. The list is what is planned and may leave: nothing is kept here, nothing is lost
 * with the process, and what the deadline or a new status overtakes leaves the list by itself. An effect is done when a person
 * says that they called.
 */
public final class CallListChannel implements Channel {
    /** Its name in configuration and events. */
    public static final String NAME = "calls";

    @Override
    public String name() {
        return NAME;
    }

    /** Standing on the list twice is standing on it once. */
    @Override
    public boolean deduplicates() {
        return true;
    }

    @Override
    public Result send(Dispatch dispatch) {
        return Result.LEFT_TO_PEOPLE;
    }
}
