package co.litper.cerebro.benchmarks;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes every effect and counts how often each came. */
final class MemoryChannel implements Channel {
    private final boolean deduplicates;
    private final Map<Long, Integer> taken = new ConcurrentHashMap<>();

    MemoryChannel(boolean deduplicates) {
        this.deduplicates = deduplicates;
    }

    @Override
    public String name() {
        return deduplicates ? "once" : "plain";
    }

    @Override
    public boolean deduplicates() {
        return deduplicates;
    }

    @Override
    public Result send(Dispatch dispatch) {
        taken.merge(dispatch.effectId(), 1, Integer::sum);
        return Result.DONE;
    }

    /** How often each effect came. */
    Map<Long, Integer> taken() {
        return taken;
    }
}
