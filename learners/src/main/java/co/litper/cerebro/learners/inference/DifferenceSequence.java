package co.litper.cerebro.learners.inference;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * An interval around the difference of two groups' means that may be looked at after every observation.
 *
 * <p>The asymptotic confidence sequence of I. Waudby-Smith, D. Arbour, R. Sinha, E. Kennedy and A. Ramdas, "Time-uniform central
 * limit theory and asymptotic confidence sequences", Annals of Statistics 2024: Robbins' normal mixture over the information
 * gathered. Departures: information is 1 / (s₁²/n₁ + s₂²/n₂), so that groups may come in any order and share; and it says
 * nothing before {@value #LEAST} values are in each group. Coverage is approximate, for the variances are estimated;
 * the bench {@code experiment --peek} counts false positives. Owned by one thread; O(1) time and memory.
 */
public final class DifferenceSequence {
    /** Values a group before the first interval: fewer give variances too rough for the limit. */
    public static final int LEAST = 50;

    private static final int KIND = 0x44534551;
    private static final int VERSION = 1;

    private final double coverage;
    private final double tightest;
    private final long[] counts = new long[2];
    private final double[] means = new double[2];
    private final double[] squares = new double[2];

    /**
     * A sequence.
     *
     * @param coverage the share of sequences that never leave out the truth, above 0 and below 1
     * @param tightest values a group at which the interval is to be about tightest for its size, at least {@link #LEAST}
     */
    public DifferenceSequence(double coverage, double tightest) {
        Comparison.checkCoverage(coverage);
        if (!(tightest >= LEAST && tightest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tightest must be at least " + LEAST + ", is " + tightest);
        }
        this.coverage = coverage;
        this.tightest = tightest;
    }

    /**
     * Takes in a value.
     *
     * @param second whether it is the second group's
     * @throws BadSampleException if {@code value} is not finite; nothing is changed
     */
    public void observe(boolean second, double value) {
        if (!Double.isFinite(value)) {
            throw new BadSampleException("value must be finite, is " + value);
        }
        int group = second ? 1 : 0;
        counts[group]++;
        double off = value - means[group];
        means[group] += off / counts[group];
        squares[group] += off * (value - means[group]);
    }

    /** Values of a group. */
    public long count(boolean second) {
        return counts[second ? 1 : 0];
    }

    /** The second group's mean minus the first's; 0 for a group without values. */
    public double difference() {
        return means[1] - means[0];
    }

    /** Half of the interval's width as of now; infinite while too little is known. The truth is in {@link #difference()} ± it. */
    public double reach() {
        double variance = square(0) + square(1);
        if (Math.min(counts[0], counts[1]) < LEAST || variance <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double perUnit = variance * counts[0] * counts[1] / (counts[0] + counts[1]);
        double chance = 1 - coverage;
        double logs = -2 * Math.log(chance);
        double prior = tightest / 2 / perUnit / (logs + Math.log1p(logs));
        double information = 1 / variance;
        double total = information + prior;
        return Math.sqrt(total * (logs + Math.log(total / prior))) / information;
    }

    /** Whether the interval leaves out 0. Once it did the experiment may stop. */
    public boolean isDecided() {
        return Math.abs(difference()) > reach();
    }

    private double square(int group) {
        return counts[group] < 2 ? 0 : squares[group] / (counts[group] - 1.0) / counts[group];
    }

    /** Versioned bytes that hold settings and state. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION).float64(coverage).float64(tightest);
        for (int group = 0; group < 2; group++) {
            out.int64(counts[group]).float64(means[group]).float64(squares[group]);
        }
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static DifferenceSequence fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        double coverage = in.float64();
        double tightest = in.float64();
        if (!(coverage > 0 && coverage < 1 && tightest >= LEAST && tightest < Double.POSITIVE_INFINITY)) {
            throw new SnapshotException("sequence claims coverage " + coverage + ", tightest at " + tightest);
        }
        DifferenceSequence sequence = new DifferenceSequence(coverage, tightest);
        for (int group = 0; group < 2; group++) {
            sequence.counts[group] = in.int64();
            sequence.means[group] = in.float64();
            sequence.squares[group] = in.float64();
            if (sequence.counts[group] < 0
                    || !Double.isFinite(sequence.means[group])
                    || !(sequence.squares[group] >= 0)) {
                throw new SnapshotException("sequence claims " + sequence.counts[group] + " values in group " + group);
            }
        }
        return sequence;
    }
}
