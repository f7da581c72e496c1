package co.litper.cerebro.simulator.player;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateCodec;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checkpoints in memory that forget parcels which ended long ago, so that a long simulation fits. What is known of
 * customers, carriers and lanes stays. Owned by one thread.
 */
final class RecentStateStore implements StateStore {
    /** No feed tells of a parcel so long after its end. */
    private static final Duration PARCELS = Duration.ofDays(30);

    /** No parcel lives so long; its second number may go. */
    private static final Duration NUMBERS = Duration.ofDays(120);

    private final Clock clock;
    private final Map<Long, Kept> rows = new LinkedHashMap<>();
    private final Map<Long, StateRow> forGood = new HashMap<>();
    private long position;

    private record Kept(StateRow row, Instant since) {}

    RecentStateStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<StateRow> load(long key) {
        Kept kept = rows.get(key);
        return kept == null ? Optional.ofNullable(forGood.get(key)) : Optional.of(kept.row());
    }

    @Override
    public void checkpoint(long reached, List<StateRow> more) {
        Instant now = clock.now();
        for (StateRow row : more) {
            rows.remove(row.key());
            rows.put(row.key(), new Kept(row, now));
        }
        position = reached;
        forget(now);
    }

    /** Oldest first, as far as they are old. */
    private void forget(Instant now) {
        Iterator<Kept> oldest = rows.values().iterator();
        while (oldest.hasNext()) {
            Kept kept = oldest.next();
            if (kept.since().isAfter(now.minus(PARCELS))) {
                return;
            }
            Duration age = Duration.between(kept.since(), now);
            if (!isNumber(kept.row())) {
                oldest.remove();
                keepUnlessEnded(kept.row());
            } else if (age.compareTo(NUMBERS) > 0) {
                oldest.remove();
            }
        }
    }

    /** A second number of a parcel is a row of nothing but the key of its home. */
    private static boolean isNumber(StateRow row) {
        return row.bytes().length == Long.BYTES;
    }

    private void keepUnlessEnded(StateRow row) {
        boolean over = row.dueMs() == StateRow.NEVER
                && StateCodec.decode(row) instanceof Home home
                && home.parcel().state().isEnd();
        if (over) {
            forGood.remove(row.key());
        } else {
            forGood.put(row.key(), row);
        }
    }

    @Override
    public void scanAttention(Visitor visitor) {
        visit(visitor, false);
    }

    @Override
    public void scanTimers(TimerVisitor visitor) {
        visit(
                row -> {
                    if (row.dueMs() != StateRow.NEVER) {
                        visitor.visit(row.key(), row.dueMs());
                    }
                },
                true);
    }

    @Override
    public void scanAll(Visitor visitor) {
        visit(visitor, true);
    }

    private void visit(Visitor visitor, boolean all) {
        Map<Long, StateRow> now = new TreeMap<>(forGood);
        rows.forEach((key, kept) -> now.put(key, kept.row()));
        now.values().stream().filter(row -> all || row.attention() > 0).forEach(visitor::visit);
    }

    @Override
    public void clear() {
        rows.clear();
        forGood.clear();
        position = 0;
    }

    @Override
    public void close() {
        clear();
    }
}
