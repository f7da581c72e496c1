package co.litper.cerebro.learn.replay;

import co.litper.cerebro.world.Hash64;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the episodes whose parcels hash lowest: all of them until it is full, then an even sample. One thread. */
final class EpisodeSample {
    /** Choices held, at some 1 kB each; more of them narrow no interval that a decision hangs on. */
    static final int CAPACITY = 120_000;

    private final int capacity;
    private final PriorityQueue<Episode> kept = new PriorityQueue<>(
            Comparator.comparingLong((Episode e) -> Hash64.mix(e.parcel())).reversed());
    private long offered;
    private long choices;

    /** @param capacity choices held, at least 1 */
    EpisodeSample(int capacity) {
        this.capacity = capacity;
    }

    void offer(Episode episode) {
        offered++;
        kept.add(episode);
        choices += episode.choices().size();
        while (choices > capacity) {
            choices -= kept.remove().choices().size();
        }
    }

    long offered() {
        return offered;
    }

    /** In order of their first decision. */
    List<Episode> inOrder() {
        return kept.stream()
                .sorted(Comparator.comparingLong(e -> e.choices().getFirst().decision()))
                .toList();
    }
}
