package co.litper.cerebro.feature;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Exponentially decayed sums over carriers, cities, lanes, merchants: the learner's mutable side. {@link #publish()} gives
 * an immutable {@link AggregateView} that shares every page not written since.
 *
 * <p>A table of pages of {@value #SETS_PER_PAGE} sets of {@value #WAYS} places, as a processor's cache is: a key may stand
 * only in the places of its set; when they are full the one touched longest ago (by event time, then by place) makes room.
 * So memory is bounded, look-up is O({@value #WAYS}) and what is evicted depends on the events alone. Decay is by event
 * time; an outcome older than its place's last counts as much as is left of it. Owned by one thread.
 */
public final class Aggregates {
    /** Places of a set. */
    static final int WAYS = 8;
    /** Sets of a page: a page of 64 places is 4 kB, small enough to copy, large enough that few are held. */
    static final int SETS_PER_PAGE = 8;

    static final int PLACES_PER_PAGE = SETS_PER_PAGE * WAYS;
    /** Places by default: 5,000 merchants, 1,100 cities, their lanes and ten carriers' cities; 5 MB when full. */
    public static final int DEFAULT_PLACES = 1 << 16;

    private static final int KIND = 0x41474752;
    private static final int VERSION = 1;

    private final AggregatePage[] pages;
    private final boolean[] owned;
    private long evicted;

    /** An empty table of {@link #DEFAULT_PLACES}. */
    public Aggregates() {
        this(DEFAULT_PLACES);
    }

    /** An empty table of {@code places}, a power of two and at least 64. */
    public Aggregates(int places) {
        if (Integer.bitCount(places) != 1 || places < PLACES_PER_PAGE) {
            throw new IllegalArgumentException(
                    "places must be a power of two and at least " + PLACES_PER_PAGE + ", is " + places);
        }
        pages = new AggregatePage[places / PLACES_PER_PAGE];
        Arrays.fill(pages, AggregatePage.EMPTY);
        owned = new boolean[pages.length];
    }

    /** Takes in what came of a shipment, once a shipment. O(scopes). */
    public void observe(ShipmentContext context, Observation observation) {
        SubjectKeys keys = new SubjectKeys(context);
        for (Scope scope : Scope.ALL) {
            long key = keys.of(scope);
            if (key != SubjectKeys.NONE) {
                observation.addTo(this, scope, key);
            }
        }
    }

    void add(Scope scope, long key, int minute, Stat weightStat, double weight, Stat sumStat, double sum) {
        int p = AggregateView.pageOf(key, pages.length);
        AggregatePage page = own(p);
        int place = claim(page, key, minute);
        int base = place * Stat.COUNT;
        int since = minute - page.minutes[place];
        double gain = 1;
        if (since > 0) {
            float left = (float) scope.left(since);
            for (int i = 0; i < Stat.COUNT; i++) {
                page.sums[base + i] *= left;
            }
            page.minutes[place] = minute;
        } else {
            gain = scope.left(-(long) since);
        }
        page.sums[base + weightStat.ordinal()] += (float) (gain * weight);
        page.sums[base + sumStat.ordinal()] += (float) (gain * sum);
    }

    private AggregatePage own(int p) {
        if (!owned[p]) {
            pages[p] = pages[p].copy();
            owned[p] = true;
        }
        return pages[p];
    }

    private int claim(AggregatePage page, long key, int minute) {
        int first = AggregateView.setOf(key) * WAYS;
        int oldest = first;
        for (int i = first; i < first + WAYS; i++) {
            if (page.keys[i] == key) {
                return i;
            }
            if (page.keys[i] == SubjectKeys.NONE) {
                page.take(i, key, minute);
                return i;
            }
            if (page.minutes[i] < page.minutes[oldest]) {
                oldest = i;
            }
        }
        evicted++;
        page.take(oldest, key, minute);
        return oldest;
    }

    /** What is known now, immutable. O(pages); pages written later are copied first. */
    public AggregateView publish() {
        Arrays.fill(owned, false);
        return new AggregateView(pages.clone());
    }

    /** How many subjects made room for others. */
    public long evicted() {
        return evicted;
    }

    /** Versioned bytes: only places in use. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        out.int32(pages.length * PLACES_PER_PAGE).int32(Stat.COUNT).int64(evicted);
        for (int p = 0; p < pages.length; p++) {
            pages[p].write(out, p);
        }
        return out.int32(-1).finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static Aggregates fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int places = in.int32();
        int stats = in.int32();
        if (Integer.bitCount(places) != 1 || places < PLACES_PER_PAGE || stats != Stat.COUNT) {
            throw new SnapshotException("aggregates of " + places + " places with " + stats
                    + " sums, wanted a power of two" + " and " + Stat.COUNT);
        }
        Aggregates aggregates = new Aggregates(places);
        aggregates.evicted = in.int64();
        for (int at = in.int32(); at >= 0; at = in.int32()) {
            if (at >= places) {
                throw new SnapshotException("aggregates claim place " + at + " of " + places);
            }
            aggregates.own(at / PLACES_PER_PAGE).readPlace(in, at % PLACES_PER_PAGE);
        }
        return aggregates;
    }
}
