package co.litper.cerebro.server.receipt;

import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.policy.RescueLearner;
import co.litper.cerebro.policy.RescuePolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rescue tables of snapshots, read out of them once: a snapshot is a learner's whole memory, and restoring one takes some
 * hundred milliseconds. Holds {@link #MOST}, the least recently used go first. Thread-safe.
 */
public final class RescueTables {
    /** Tables kept; a worklist rests on the few snapshots of its last days. */
    private static final int MOST = 64;

    private static final long NONE = -1;

    private final EventLog log;
    private volatile long preparing = NONE;
    private final Map<Long, Optional<RescuePolicy>> tables = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Optional<RescuePolicy>> eldest) {
            return size() > MOST;
        }
    };

    public RescueTables(EventLog log) {
        this.log = log;
    }

    /**
     * The table of the snapshot with this version; where its bytes are not kept, that of the newest snapshot kept, so that
     * counts of cases may be off by what was learned between the two, as they may while it is {@linkplain #prepare prepared}. Empty if none is kept. Version 0 is without experience.
     */
    public Optional<RescuePolicy> of(long snapshot) {
        if (snapshot == preparing && known(snapshot) == null) {
            Optional<RescuePolicy> before = newestKnown();
            if (before.isPresent()) {
                return before;
            }
        }
        Optional<RescuePolicy> own = kept(snapshot);
        return own.isPresent() ? own : kept(log.newestSnapshot());
    }

    /** Reads the table of a new snapshot. Whoever asks for it meanwhile gets the newest that was read before, at once. */
    public void prepare(long snapshot) {
        preparing = snapshot;
        try {
            kept(snapshot);
        } finally {
            preparing = NONE;
        }
    }

    /** Two that ask for the same at once both read it, so that nobody waits for what another reads. */
    private Optional<RescuePolicy> kept(long snapshot) {
        Optional<RescuePolicy> known = known(snapshot);
        return known != null ? known : keep(snapshot, read(snapshot));
    }

    private Optional<RescuePolicy> read(long snapshot) {
        return snapshot == 0
                ? Optional.of(new RescueLearner().policy())
                : log.snapshot(snapshot)
                        .map(bytes -> Learner.restore(bytes).current().learned().rescues());
    }

    private synchronized @Nullable Optional<RescuePolicy> known(long snapshot) {
        return tables.get(snapshot);
    }

    private synchronized Optional<RescuePolicy> keep(long snapshot, Optional<RescuePolicy> read) {
        tables.put(snapshot, read);
        return read;
    }

    private synchronized Optional<RescuePolicy> newestKnown() {
        return tables.entrySet().stream()
                .filter(table -> table.getValue().isPresent())
                .max(Map.Entry.comparingByKey())
                .flatMap(Map.Entry::getValue);
    }
}
