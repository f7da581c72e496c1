package co.litper.cerebro.feature;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** Some places of the table: keys, the minute of the last touch, sums. Written only by the table that owns it. */
final class AggregatePage {
    static final AggregatePage EMPTY = new AggregatePage();

    final long[] keys;
    final int[] minutes;
    /** [places × Stat.COUNT], row-major. */
    final float[] sums;

    private AggregatePage() {
        keys = new long[Aggregates.PLACES_PER_PAGE];
        minutes = new int[Aggregates.PLACES_PER_PAGE];
        sums = new float[Aggregates.PLACES_PER_PAGE * Stat.COUNT];
    }

    private AggregatePage(AggregatePage other) {
        keys = other.keys.clone();
        minutes = other.minutes.clone();
        sums = other.sums.clone();
    }

    AggregatePage copy() {
        return new AggregatePage(this);
    }

    void take(int place, long key, int minute) {
        keys[place] = key;
        minutes[place] = minute;
        for (int i = place * Stat.COUNT; i < (place + 1) * Stat.COUNT; i++) {
            sums[i] = 0;
        }
    }

    void write(SnapshotWriter out, int page) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != SubjectKeys.NONE) {
                out.int32(page * keys.length + i).int64(keys[i]).int32(minutes[i]);
                for (int s = i * Stat.COUNT; s < (i + 1) * Stat.COUNT; s++) {
                    out.int32(Float.floatToRawIntBits(sums[s]));
                }
            }
        }
    }

    void readPlace(SnapshotReader in, int place) {
        keys[place] = in.int64();
        minutes[place] = in.int32();
        for (int s = place * Stat.COUNT; s < (place + 1) * Stat.COUNT; s++) {
            sums[s] = Float.intBitsToFloat(in.int32());
        }
    }
}
