package co.litper.cerebro.testkit;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;

/** A channel that takes everything and does nothing. */
public final class Nowhere implements Channel {
    @Override
    public String name() {
        return "nowhere";
    }

    @Override
    public boolean deduplicates() {
        return true;
    }

    @Override
    public Result send(Dispatch dispatch) {
        return Result.DONE;
    }
}
