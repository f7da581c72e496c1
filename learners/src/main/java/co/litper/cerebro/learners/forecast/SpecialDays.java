package co.litper.cerebro.learners.forecast;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * By what factor a kind of day departs from what was forecast for it, such as a holiday or the day before one. Learned from few cases, and
 * so held near 1 until there are enough. Owned by one thread; O(log kinds).
 *
 * <p>The mean of the logarithms of truth by forecast, shrunk as by {@code caution} cases of no effect.
 */
public final class SpecialDays {
    /** Kinds of days at most; a further one is refused. */
    public static final int MOST_KINDS = 1_000;

    private static final int KIND = 0x53504443;
    private static final int VERSION = 1;

    /** A single case counts for a factor of e³ ≈ 20 at most. */
    private static final double MOST_LOG = 3;

    private final double caution;
    private final TreeMap<String, double[]> sums = new TreeMap<>();

    /** With {@code caution} cases, at least 0, of no effect taken as known; 1 is usual. */
    public SpecialDays(double caution) {
        if (!(caution >= 0 && caution < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("caution must be at least 0, is " + caution);
        }
        this.caution = caution;
    }

    /**
     * Takes in how a day of {@code kind} turned out.
     *
     * @param forecast of an ordinary day, above 0
     * @param truth at least 0
     * @throws BadSampleException if a number is out of range or there are {@link #MOST_KINDS} kinds; nothing has changed then
     */
    public void observe(String kind, double forecast, double truth) {
        if (!(forecast > 0 && forecast < Double.POSITIVE_INFINITY && truth >= 0 && truth < Double.POSITIVE_INFINITY)) {
            throw new BadSampleException("a day of kind " + kind + " has forecast " + forecast + " and truth " + truth);
        }
        if (!sums.containsKey(kind) && sums.size() >= MOST_KINDS) {
            throw new BadSampleException("there are " + MOST_KINDS + " kinds of days; " + kind + " is one more");
        }
        double log = Math.max(-MOST_LOG, Math.min(MOST_LOG, Math.log(truth / forecast)));
        double[] sum = sums.computeIfAbsent(kind, k -> new double[2]);
        sum[0] += log;
        sum[1]++;
    }

    /** What to multiply an ordinary day's forecast by; 1 for a kind never seen. */
    public double factor(String kind) {
        double[] sum = sums.get(kind);
        return sum == null ? 1 : Math.exp(sum[0] / (sum[1] + caution));
    }

    /** Versioned bytes that hold settings and state. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION).float64(caution).int32(sums.size());
        sums.forEach(
                (kind, sum) -> out.bytes(kind.getBytes(StandardCharsets.UTF_8)).doubles(sum));
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static SpecialDays fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        double caution = in.float64();
        int kinds = in.int32();
        if (!(caution >= 0) || kinds < 0 || kinds > MOST_KINDS) {
            throw new SnapshotException("no special days have caution " + caution + " and " + kinds + " kinds");
        }
        SpecialDays days = new SpecialDays(caution);
        for (int i = 0; i < kinds; i++) {
            String kind = new String(in.bytes(), StandardCharsets.UTF_8);
            double[] sum = in.doubles();
            if (sum.length != 2) {
                throw new SnapshotException("kind " + kind + " has " + sum.length + " sums, wanted 2");
            }
            days.sums.put(kind, sum);
        }
        return days;
    }
}
