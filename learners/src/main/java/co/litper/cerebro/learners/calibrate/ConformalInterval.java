package co.litper.cerebro.learners.calibrate;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * An interval around a prediction that holds the truth as often as asked, whatever the errors' distribution. Keeps a window
 * of signed residuals; each tail's level is steered by how often the truth fell beyond it. Owned by one thread; O(1) an
 * outcome, O(window log window) a fit.
 *
 * <p>I. Gibbs and E. Candès, "Adaptive conformal inference under distribution shift", NeurIPS 2021, each tail apart as in
 * conformalised quantile regression (Romano, Patterson, Candès 2019), so that a skewed error gets a skewed interval. Departure: the
 * truth's side of an end may be told before the truth, so that a waiting time's slow cases,
 * whose truth is still out, are not missing from the count.
 */
public final class ConformalInterval {
    private static final int KIND = 0x434F4E46;
    private static final int VERSION = 1;

    private final double miss;
    private final double rate;
    private final double[] residuals;
    private int size;
    private int next;
    private double lowLevel;
    private double highLevel;
    /**
     * Quantiles of the residual (truth − prediction), to be added to a prediction. Immutable.
     *
     * @param low lower end
     * @param median middle
     * @param high upper end
     */
    public record Offsets(double low, double median, double high) {
        public Offsets {
            if (!(low <= median && median <= high)) {
                throw new IllegalArgumentException("offsets must rise, are " + low + ", " + median + ", " + high);
            }
        }
    }

    /**
     * An interval of {@code coverage} over the last {@code window} residuals.
     *
     * @param coverage wanted share inside, between 0 and 1
     * @param window residuals kept, at least 2
     * @param rate how fast a level moves after a miss, 0 (plain split conformal) to 1
     */
    public ConformalInterval(double coverage, int window, double rate) {
        if (!(coverage > 0 && coverage < 1 && window >= 2 && rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("coverage must be between 0 and 1, window at least 2, rate 0 to 1, are "
                    + coverage + ", " + window + ", " + rate);
        }
        this.miss = (1 - coverage) / 2;
        this.rate = rate;
        this.residuals = new double[window];
        this.lowLevel = miss;
        this.highLevel = miss;
    }

    /** The two ends of an interval. */
    public enum Mark {
        LOW,
        HIGH
    }

    /** Takes in a residual: truth − prediction, finite. */
    public void observe(double residual) {
        if (!Double.isFinite(residual)) {
            throw new BadSampleException("residual must be finite, is " + residual);
        }
        residuals[next] = residual;
        next = (next + 1) % residuals.length;
        size = Math.min(size + 1, residuals.length);
    }

    /**
     * Takes in on which side of a mark the truth lies. Of a waiting time that is known as soon as the mark has passed: before
     * the truth itself, and for the slow as early as for the quick.
     */
    public void passed(Mark mark, boolean above) {
        double up = above ? 1 : 0;
        switch (mark) {
            case LOW -> lowLevel = bounded(lowLevel + rate * (up - (1 - miss)));
            case HIGH -> highLevel = bounded(highLevel + rate * (miss - up));
        }
    }

    private double bounded(double level) {
        return Math.max(miss / 10, Math.min(0.45, level));
    }

    /** Residuals in the window. */
    public int size() {
        return size;
    }

    /**
     * The offsets as of now.
     *
     * @param prior what is given while the window is empty; blended in as {@code priorWeight} residuals' worth
     */
    public Offsets offsets(Offsets prior, double priorWeight) {
        if (size == 0) {
            return prior;
        }
        double[] sorted = Arrays.copyOf(residuals, size);
        Arrays.sort(sorted);
        double trust = size / (size + priorWeight);
        double median = blend(quantile(sorted, 0.5), prior.median(), trust);
        return new Offsets(
                Math.min(median, blend(quantile(sorted, lowLevel), prior.low(), trust)),
                median,
                Math.max(median, blend(quantile(sorted, 1 - highLevel), prior.high(), trust)));
    }

    private static double blend(double own, double prior, double trust) {
        return trust * own + (1 - trust) * prior;
    }

    /** The {@code level}-quantile of sorted values, lines between neighbours, ranks i/(n+1) as conformal inference counts. */
    private static double quantile(double[] sorted, double level) {
        double rank = level * (sorted.length + 1) - 1;
        if (rank <= 0) {
            return sorted[0];
        }
        if (rank >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        int below = (int) rank;
        return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
    }

    /** Versioned bytes; coverage and rate are the program's and not among them. */
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .int32(next)
                .float64(lowLevel)
                .float64(highLevel)
                .doubles(residuals, size)
                .finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static ConformalInterval fromBytes(byte[] bytes, double coverage, int window, double rate) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        ConformalInterval interval = new ConformalInterval(coverage, window, rate);
        interval.next = in.int32();
        interval.lowLevel = in.float64();
        interval.highLevel = in.float64();
        interval.size = in.doublesInto(interval.residuals);
        if (interval.next < 0 || interval.next >= window) {
            throw new SnapshotException("interval claims next place " + interval.next + " in a window of " + window);
        }
        return interval;
    }
}
