package co.litper.cerebro.simulator.player;

import co.litper.cerebro.log.Entry;
import java.time.Instant;
import java.util.List;

/** Looks over Cerebro's shoulder: sees what its log takes in, before any effect of it leaves. */
@FunctionalInterface
public interface ReceiptWatcher {
    /** Looks at nothing. */
    ReceiptWatcher NOBODY = (now, entries, parcels) -> {};

    /** A batch stands in the log. */
    void recorded(Instant now, List<Entry> entries, Parcels parcels);

    /** Both look, this one first. */
    default ReceiptWatcher and(ReceiptWatcher other) {
        return (now, entries, parcels) -> {
            recorded(now, entries, parcels);
            other.recorded(now, entries, parcels);
        };
    }
}
