package co.litper.cerebro.learners.forecast;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * Demand that is nothing in most periods: its size and how often it comes are smoothed apart. Owned by one thread; O(1) a period.
 *
 * <p>J. D. Croston, "Forecasting and stock control for intermittent demands", Operational Research Quarterly 1972; A. Syntetos and J. Boylan,
 * "The accuracy of intermittent demand estimates", International Journal of Forecasting 2005; R. Teunter, A. Syntetos and M. Babai,
 * "Intermittent demand: linking forecasting to inventory obsolescence", European Journal of Operational Research 2011.
 */
public final class Intermittent {
    private static final int KIND = 0x494E544D;
    private static final int VERSION = 1;

    /** How size and frequency become a rate. */
    public enum Kind {
        /** Size by interval; told too high by about half the smoothing. */
        CROSTON,
        /** Croston's rate with that taken off. */
        SBA,
        /** Size times chance, which falls while nothing comes: what went out of use fades. */
        TSB
    }

    private final Kind kind;
    private final double smoothing;
    private double size;
    private double interval;
    private double chance;
    private long since;
    private boolean begun;

    /**
     * For one series.
     *
     * @param kind of rate
     * @param smoothing share of what is new, above 0 and at most 1; 0.05 to 0.2 are usual
     */
    public Intermittent(Kind kind, double smoothing) {
        if (!(smoothing > 0 && smoothing <= 1)) {
            throw new IllegalArgumentException("smoothing must be above 0 and at most 1, is " + smoothing);
        }
        this.kind = kind;
        this.smoothing = smoothing;
    }

    /** Takes in the demand of the next period, at least 0; throws {@link BadSampleException} for anything else. */
    public void observe(double demand) {
        if (!(demand >= 0 && demand < Double.POSITIVE_INFINITY)) {
            throw new BadSampleException("demand must be finite and at least 0, is " + demand);
        }
        since++;
        if (begun) {
            chance += smoothing * ((demand > 0 ? 1 : 0) - chance);
        }
        if (demand == 0) {
            return;
        }
        if (begun) {
            size += smoothing * (demand - size);
            interval += smoothing * (since - interval);
        } else {
            size = demand;
            interval = since;
            chance = 1.0 / since;
            begun = true;
        }
        since = 0;
    }

    /** Mean demand to expect of each coming period; 0 before the first demand. */
    public double rate() {
        if (!begun) {
            return 0;
        }
        return switch (kind) {
            case CROSTON -> size / interval;
            case SBA -> (1 - smoothing / 2) * size / interval;
            case TSB -> chance * size;
        };
    }

    /** Versioned bytes that hold settings and state. */
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .int32(kind.ordinal())
                .float64(smoothing)
                .float64(size)
                .float64(interval)
                .float64(chance)
                .int64(since)
                .int32(begun ? 1 : 0)
                .finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static Intermittent fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int kind = in.int32();
        double smoothing = in.float64();
        if (kind < 0 || kind >= Kind.values().length || !(smoothing > 0 && smoothing <= 1)) {
            throw new SnapshotException("no intermittent demand has kind " + kind + " and smoothing " + smoothing);
        }
        Intermittent demand = new Intermittent(Kind.values()[kind], smoothing);
        demand.size = in.float64();
        demand.interval = in.float64();
        demand.chance = in.float64();
        demand.since = in.int64();
        demand.begun = in.int32() != 0;
        return demand;
    }
}
