package co.litper.cerebro.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.world.Hash64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Entries whose bytes follow from their position, so that any reader can tell whether they are whole. */
final class Noise {
    private static final int MOST_BYTES = 700;

    private Noise() {}

    static Entry entry(long position) {
        SplittableRandom random = new SplittableRandom(Hash64.mix(position));
        byte[] event = new byte[random.nextInt(MOST_BYTES)];
        byte[] facts = new byte[random.nextInt(MOST_BYTES)];
        random.nextBytes(event);
        random.nextBytes(facts);
        return new Entry(position, event, facts);
    }

    static List<Entry> entries(long from, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(from + i));
        }
        return entries;
    }

    /** Reads the whole log and compares every byte. */
    static void requireWhole(EventLog log) {
        long[] next = {EventLog.FIRST};
        log.read(EventLog.FIRST, entry -> {
            Entry expected = entry(next[0]);
            assertThat(entry.position()).isEqualTo(next[0]);
            assertThat(entry.event()).isEqualTo(expected.event());
            assertThat(entry.facts()).isEqualTo(expected.facts());
            next[0]++;
            return true;
        });
        assertThat(next[0]).isEqualTo(log.end());
    }
}
