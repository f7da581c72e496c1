package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** See {@link Detectors#pageHinkley}. */
final class PageHinkley implements DriftDetector {
    static final int KIND = 0x50484B59;
    private static final int VERSION = 1;

    private final int least;
    private final double slack;
    private final double threshold;
    private final double fade;
    private long count;
    private double mean;
    private double excess;

    PageHinkley(int least, double slack, double threshold, double fade) {
        ErrorValue.atLeast("least", 1, least);
        if (!(slack >= 0 && threshold > 0 && threshold < Double.POSITIVE_INFINITY && fade > 0 && fade <= 1)) {
            throw new IllegalArgumentException(
                    "slack must be 0 or more, threshold above 0, fade above 0 and at most 1, " + "are " + slack + ", "
                            + threshold + ", " + fade);
        }
        this.least = least;
        this.slack = slack;
        this.threshold = threshold;
        this.fade = fade;
    }

    @Override
    public DriftState observe(double value) {
        ErrorValue.finite(value);
        count++;
        mean += (value - mean) / count;
        excess = Math.max(0, fade * excess + (value - mean - slack));
        if (count < least || excess <= threshold) {
            return DriftState.STABLE;
        }
        count = 0;
        mean = 0;
        excess = 0;
        return DriftState.DRIFT;
    }

    @Override
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .int32(least)
                .float64(slack)
                .float64(threshold)
                .float64(fade)
                .int64(count)
                .float64(mean)
                .float64(excess)
                .finish();
    }

    static PageHinkley fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        PageHinkley test = new PageHinkley(in.int32(), in.float64(), in.float64(), in.float64());
        test.count = in.int64();
        test.mean = in.float64();
        test.excess = in.float64();
        ErrorValue.stored(
                test.count >= 0 && Double.isFinite(test.mean) && test.excess >= 0, "an excess of " + test.excess);
        return test;
    }
}
