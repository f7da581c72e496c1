package co.litper.cerebro.log;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A log in memory: complete and ordered, but gone with the process. For tests, dry runs and simulations.
 *
 * <p>Appending is amortised O(1) an entry; reading takes no lock. It grows without bound, as a log does; of the snapshots
 * the newest {@value #KEPT_SNAPSHOTS} are kept. Thread-safe.
 */
public final class InMemoryEventLog implements EventLog {
    /** Snapshots are large (a learner's whole memory); a replay in memory never needs more of them than this. */
    static final int KEPT_SNAPSHOTS = 64;

    private static final int FIRST_ROOM = 1024;

    /** What a reader sees: replaced as a whole, so that it sees whole batches. Slots from {@code count} on are unused. */
    private record View(Entry[] entries, int count, TreeMap<Long, byte[]> snapshots) {}

    private final long first;
    private volatile View view = new View(new Entry[FIRST_ROOM], 0, new TreeMap<>());

    /** An empty log. */
    public InMemoryEventLog() {
        this(FIRST);
    }

    /** An empty log whose first position is {@code first}: that of one shard among several. */
    public InMemoryEventLog(long first) {
        this.first = first;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long end() {
        return first + view.count();
    }

    @Override
    public synchronized void append(List<Entry> entries, List<Snapshot> snapshots) {
        View old = view;
        long next = first + old.count();
        for (Entry entry : entries) {
            if (entry.position() != next) {
                throw new IllegalArgumentException("entry has position " + entry.position() + ", the log goes on at "
                        + next + ". Maybe two writers append to one log.");
            }
            next++;
        }
        int count = old.count() + entries.size();
        Entry[] room = old.entries();
        if (count > room.length) {
            room = Arrays.copyOf(room, Math.max(count, room.length * 2));
        }
        for (int i = 0; i < entries.size(); i++) {
            room[old.count() + i] = entries.get(i);
        }
        view = new View(room, count, with(old.snapshots(), snapshots));
    }

    private static TreeMap<Long, byte[]> with(TreeMap<Long, byte[]> old, List<Snapshot> more) {
        if (more.isEmpty()) {
            return old;
        }
        TreeMap<Long, byte[]> all = new TreeMap<>(old);
        more.forEach(snapshot -> all.put(snapshot.version(), snapshot.bytes()));
        while (all.size() > KEPT_SNAPSHOTS) {
            all.pollFirstEntry();
        }
        return all;
    }

    @Override
    public void read(long from, Visitor visitor) {
        View now = view;
        for (long i = Math.max(from, first) - first; i < now.count(); i++) {
            if (!visitor.visit(now.entries()[(int) i])) {
                return;
            }
        }
    }

    @Override
    public Optional<Entry> at(long position) {
        View now = view;
        return position < first || position >= first + now.count()
                ? Optional.empty()
                : Optional.of(now.entries()[(int) (position - first)]);
    }

    @Override
    public Optional<byte[]> snapshot(long version) {
        return Optional.ofNullable(view.snapshots().get(version));
    }

    @Override
    public long newestSnapshot() {
        TreeMap<Long, byte[]> snapshots = view.snapshots();
        return snapshots.isEmpty() ? 0 : snapshots.lastKey();
    }

    @Override
    public void close() {
        // nothing is held but memory
    }
}
