package co.litper.cerebro.learners.calibrate;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns from the last outcomes how far scores can be trusted. Keeps a window of (score, outcome); fits on demand. Owned by
 * one thread; O(1) an outcome, memory O(window).
 */
public final class OnlineCalibrator {
    private static final int KIND = 0x43414C49;
    private static final int VERSION = 1;
    /** Newton steps of a Platt fit: it converges in five to eight. */
    private static final int STEPS = 25;
    /** A step smaller than this changes no probability that anybody looks at. */
    private static final double SETTLED = 1e-6;
    /** Strength, in outcomes' information, of the belief that the score is right: slope 1, shift 0. */
    private static final double PRIOR_STRENGTH = 4;
    /** Least slope: scores are never turned round. */
    private static final double LEAST_SLOPE = 0.05;

    private final double[] scores;
    private final double[] outcomes;
    private int size;
    private int next;

    /** A calibrator over the last {@code window} outcomes, at least 1. */
    public OnlineCalibrator(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1, is " + window);
        }
        scores = new double[window];
        outcomes = new double[window];
    }

    /**
     * Takes in an outcome.
     *
     * @param logOdds the raw score given beforehand, finite
     * @param happened what came
     */
    public void observe(double logOdds, boolean happened) {
        if (!Double.isFinite(logOdds)) {
            throw new BadSampleException("score must be finite, is " + logOdds);
        }
        scores[next] = logOdds;
        outcomes[next] = happened ? 1 : 0;
        next = (next + 1) % scores.length;
        size = Math.min(size + 1, scores.length);
    }

    /** Outcomes in the window. */
    public int size() {
        return size;
    }

    /**
     * Platt's curve by penalised maximum likelihood: with few outcomes it stays near the identity. A pure function
     * of the window. O(window).
     */
    public Calibration.Platt platt() {
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            double gs = PRIOR_STRENGTH * (slope - 1);
            double gb = 0.25 * PRIOR_STRENGTH * shift;
            double hss = PRIOR_STRENGTH;
            double hsb = 0;
            double hbb = 0.25 * PRIOR_STRENGTH;
            for (int i = 0; i < size; i++) {
                double p = LinearModel.probability(slope * scores[i] + shift);
                double off = p - outcomes[i];
                double v = p * (1 - p);
                gs += off * scores[i];
                gb += off;
                hss += v * scores[i] * scores[i];
                hsb += v * scores[i];
                hbb += v;
            }
            double determinant = hss * hbb - hsb * hsb;
            double ds = Math.max(-0.5, Math.min(0.5, (hbb * gs - hsb * gb) / determinant));
            double db = Math.max(-2, Math.min(2, (hss * gb - hsb * gs) / determinant));
            slope = Math.max(LEAST_SLOPE, slope - ds);
            shift -= db;
            if (Math.abs(ds) + Math.abs(db) < SETTLED) {
                break;
            }
        }
        return new Calibration.Platt(slope, shift);
    }

    /** The isotonic fit by pool-adjacent-violators; the identity while the window is empty. O(window log window). */
    public Calibration isotonic() {
        if (size == 0) {
            return Calibration.IDENTITY;
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        Long[] boxed = Arrays.stream(order).boxed().toArray(Long[]::new);
        Arrays.sort(boxed, (a, b) -> Double.compare(scores[a.intValue()], scores[b.intValue()]));
        double[] x = new double[size];
        double[] y = new double[size];
        double[] w = new double[size];
        int blocks = 0;
        for (Long at : boxed) {
            x[blocks] = scores[at.intValue()];
            y[blocks] = outcomes[at.intValue()];
            w[blocks] = 1;
            blocks++;
            while (blocks > 1 && (y[blocks - 2] >= y[blocks - 1] || x[blocks - 2] == x[blocks - 1])) {
                double both = w[blocks - 2] + w[blocks - 1];
                x[blocks - 2] = (x[blocks - 2] * w[blocks - 2] + x[blocks - 1] * w[blocks - 1]) / both;
                y[blocks - 2] = (y[blocks - 2] * w[blocks - 2] + y[blocks - 1] * w[blocks - 1]) / both;
                w[blocks - 2] = both;
                blocks--;
            }
        }
        return new Calibration.Isotonic(Arrays.copyOf(x, blocks), Arrays.copyOf(y, blocks));
    }

    /** Venn–Abers bounds from the newest {@link VennAbers#MOST} outcomes of the window. O(outcomes²). */
    public VennAbers vennAbers() {
        int count = Math.min(size, VennAbers.MOST);
        int[] order = IntStream.rangeClosed(1, count)
                .map(back -> Math.floorMod(next - back, scores.length))
                .boxed()
                .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new VennAbers(
                Arrays.stream(order).mapToDouble(at -> scores[at]).toArray(),
                Arrays.stream(order).mapToDouble(at -> outcomes[at]).toArray());
    }

    /** Versioned bytes. */
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .int32(scores.length)
                .int32(next)
                .doubles(scores, size)
                .doubles(outcomes, size)
                .finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static OnlineCalibrator fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int window = in.int32();
        int next = in.int32();
        double[] scores = in.doubles();
        double[] outcomes = in.doubles();
        if (window < 1 || next < 0 || next >= window || scores.length > window || outcomes.length != scores.length) {
            throw new SnapshotException("calibrator claims " + scores.length + " scores in a window of " + window);
        }
        OnlineCalibrator calibrator = new OnlineCalibrator(window);
        System.arraycopy(scores, 0, calibrator.scores, 0, scores.length);
        System.arraycopy(outcomes, 0, calibrator.outcomes, 0, scores.length);
        calibrator.size = scores.length;
        calibrator.next = next;
        return calibrator;
    }
}
