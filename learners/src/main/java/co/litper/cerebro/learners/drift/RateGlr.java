package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/** See {@link Detectors#rateGlr}. */
final class RateGlr implements DriftDetector {
    static final int KIND = 0x524C474C;
    private static final int VERSION = 1;
    /** Lengths of the recent part that are tried; each is about a quarter longer, so that no change falls far between two. */
    private static final int[] LAGS = {6, 8, 10, 12, 15, 19, 24, 30, 38, 48, 60, 75, 94, 118, 148, 185, 231, 256};
    /** Values kept one by one: the longest lag. A change too slow for it is found by a window that grows, like ADWIN. */
    private static final int WINDOW = 256;
    /** Values before the recent part, so that there is a rate to compare with. */
    private static final int LEAST_BASE = 30;

    private final double driftChance;
    private final double warningChance;
    private final double driftBound;
    private final double warningBound;
    private final double[] window = new double[WINDOW];
    private final double[] recent = new double[LAGS.length];
    private int next;
    private long count;
    private double sum;

    RateGlr(double driftChance, double warningChance) {
        ErrorValue.chance("driftChance", driftChance);
        ErrorValue.chance("warningChance", warningChance);
        this.driftChance = driftChance;
        this.warningChance = warningChance;
        driftBound = Math.log(LAGS.length / driftChance);
        warningBound = Math.log(LAGS.length / warningChance);
    }

    @Override
    public DriftState observe(double error) {
        ErrorValue.unit(error);
        take(error);
        double most = 0;
        for (int i = 0; i < LAGS.length && count >= LAGS[i] + LEAST_BASE; i++) {
            most = Math.max(most, evidence(LAGS[i], recent[i]));
        }
        if (most > driftBound) {
            begin();
            return DriftState.DRIFT;
        }
        return most > warningBound ? DriftState.WARNING : DriftState.STABLE;
    }

    private void take(double error) {
        for (int i = 0; i < LAGS.length; i++) {
            recent[i] += error - window[(next - LAGS[i]) & (WINDOW - 1)];
        }
        window[next] = error;
        next = (next + 1) & (WINDOW - 1);
        count++;
        sum += error;
        if (next == 0) {
            addUp();
        }
    }

    /** Makes the recent sums anew, so that rounding does not add up. */
    private void addUp() {
        for (int i = 0; i < LAGS.length; i++) {
            double total = 0;
            for (int back = 1; back <= LAGS[i]; back++) {
                total += window[(next - back) & (WINDOW - 1)];
            }
            recent[i] = total;
        }
    }

    /**
     * Log-likelihood ratio of two rates, the recent being higher, against one; 0 where it surely is below the warning.
     * Logarithms are taken only if the cheap upper bound kl(p, q) ≤ (p − q)² / q(1 − q) leaves it open.
     */
    private double evidence(int lag, double recentSum) {
        double base = count - lag;
        double p = recentSum / lag;
        double q = Math.max(0, (sum - recentSum) / base);
        if (p <= q) {
            return 0;
        }
        double all = sum / count;
        double apart = p - q;
        if (apart * apart * lag * base / count <= Math.min(driftBound, warningBound) * all * (1 - all)) {
            return 0;
        }
        return lag * divergence(p, all) + base * divergence(q, all);
    }

    /** Kullback–Leibler divergence of two coins. */
    private static double divergence(double p, double q) {
        double heads = p <= 0 ? 0 : p * Math.log(p / q);
        double tails = p >= 1 ? 0 : (1 - p) * Math.log((1 - p) / (1 - q));
        return heads + tails;
    }

    private void begin() {
        Arrays.fill(window, 0);
        Arrays.fill(recent, 0);
        next = 0;
        count = 0;
        sum = 0;
    }

    @Override
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .float64(driftChance)
                .float64(warningChance)
                .int32(next)
                .int64(count)
                .float64(sum)
                .doubles(window)
                .doubles(recent)
                .finish();
    }

    static RateGlr fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        RateGlr test = new RateGlr(in.float64(), in.float64());
        test.next = in.int32();
        test.count = in.int64();
        test.sum = in.float64();
        in.doublesInto(test.window);
        in.doublesInto(test.recent);
        ErrorValue.stored(
                test.next >= 0 && test.next < WINDOW && test.sum >= 0 && test.sum <= test.count + 1e-6,
                "a sum of " + test.sum + " over " + test.count + " values");
        return test;
    }
}
