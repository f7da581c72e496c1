package co.litper.cerebro.simulator.player;

import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A log in memory that forgets: it holds the facts of the last {@link #MEMORY} of simulated time, so that a long simulation
 * fits, and not the events beside them, which nobody asks for again. It cannot be folded again, and shows nothing to those
 * who try. Thread-safe: a learner beside the loop looks back
 * while the loop appends. An entry is found in O(log days).
 *
 * <p>Facts of a day lie one after another in a few blocks: millions of small arrays would keep the collector busy.
 */
final class RecentEventLog implements EventLog {
    /** Longer than any decision waits for its outcome. */
    static final Duration MEMORY = Duration.ofDays(45);

    private static final byte[] NOTHING = {};

    private final Clock clock;
    private final Consumer<List<Entry>> watcher;
    private final TreeMap<Long, Day> days = new TreeMap<>();
    private long end = FIRST;
    private long newestSnapshot;

    /** Facts of a day, without gaps, from one position on. */
    private record Day(long epochDay, PackedBytes facts) {}

    /** @param watcher is shown every batch before anything that follows from it leaves */
    RecentEventLog(Clock clock, Consumer<List<Entry>> watcher) {
        this.clock = clock;
        this.watcher = watcher;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public synchronized void append(List<Entry> entries, List<Snapshot> snapshots) {
        if (!entries.isEmpty() && entries.getFirst().position() != end) {
            throw new IllegalArgumentException("entry has position "
                    + entries.getFirst().position() + ", the log goes on at " + end
                    + ". Maybe two writers append to one log.");
        }
        PackedBytes today = today();
        for (Entry entry : entries) {
            today.add(entry.facts());
        }
        end += entries.size();
        snapshots.forEach(snapshot -> newestSnapshot = snapshot.version());
        watcher.accept(entries);
    }

    private PackedBytes today() {
        long epochDay = clock.now().getEpochSecond() / Duration.ofDays(1).toSeconds();
        Map.Entry<Long, Day> last = days.lastEntry();
        if (last != null && last.getValue().epochDay() >= epochDay) {
            return last.getValue().facts();
        }
        days.values().removeIf(day -> day.epochDay() < epochDay - MEMORY.toDays());
        Day day = new Day(epochDay, new PackedBytes());
        days.put(end, day);
        return day.facts();
    }

    @Override
    public void read(long from, Visitor visitor) {
        // What was forgotten leaves a gap, and a log with a gap is not folded.
    }

    @Override
    public synchronized Optional<Entry> at(long position) {
        Map.Entry<Long, Day> day = days.floorEntry(position);
        if (day == null) {
            return Optional.empty();
        }
        int index = (int) (position - day.getKey());
        PackedBytes facts = day.getValue().facts();
        return index < facts.size() ? Optional.of(new Entry(position, NOTHING, facts.get(index))) : Optional.empty();
    }

    @Override
    public Optional<byte[]> snapshot(long version) {
        return Optional.empty();
    }

    @Override
    public long newestSnapshot() {
        return newestSnapshot;
    }

    @Override
    public void close() {
        days.clear();
    }
}
