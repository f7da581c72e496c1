package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** See {@link Detectors#hddmA}. */
final class HddmA implements DriftDetector {
    static final int KIND = 0x4844444D;
    private static final int VERSION = 1;

    private final double driftChance;
    private final double warningChance;
    private final boolean twoSided;
    private long count;
    private double sum;
    /** The beginning with the lowest upper bound of its mean, and the one with the highest lower bound. */
    private long lowCount;

    private double lowSum;
    private long highCount;
    private double highSum;

    HddmA(double driftChance, double warningChance, boolean twoSided) {
        ErrorValue.chance("driftChance", driftChance);
        ErrorValue.chance("warningChance", warningChance);
        this.driftChance = driftChance;
        this.warningChance = warningChance;
        this.twoSided = twoSided;
    }

    @Override
    public DriftState observe(double value) {
        ErrorValue.unit(value);
        count++;
        sum += value;
        double bound = bound(count);
        if (lowCount == 0 || lowSum / lowCount + bound(lowCount) >= sum / count + bound) {
            lowCount = count;
            lowSum = sum;
        }
        if (highCount == 0 || highSum / highCount - bound(highCount) <= sum / count - bound) {
            highCount = count;
            highSum = sum;
        }
        if (apart(sum / count - lowSum / lowCount, lowCount, driftChance)) {
            begin();
            return DriftState.DRIFT;
        }
        if (twoSided && apart(highSum / highCount - sum / count, highCount, driftChance)) {
            begin();
        }
        return lowCount > 0 && apart(sum / count - lowSum / lowCount, lowCount, warningChance)
                ? DriftState.WARNING
                : DriftState.STABLE;
    }

    private void begin() {
        count = 0;
        sum = 0;
        lowCount = 0;
        lowSum = 0;
        highCount = 0;
        highSum = 0;
    }

    private double bound(long values) {
        return Math.sqrt(Math.log(1 / driftChance) / (2.0 * values));
    }

    /** Hoeffding's bound between the mean of a beginning and the mean of all. */
    private boolean apart(double difference, long beginning, double chance) {
        double m = (double) (count - beginning) / beginning / count;
        return beginning < count && difference >= Math.sqrt(m / 2 * Math.log(2 / chance));
    }

    @Override
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .float64(driftChance)
                .float64(warningChance)
                .int32(twoSided ? 1 : 0)
                .int64(count)
                .float64(sum)
                .int64(lowCount)
                .float64(lowSum)
                .int64(highCount)
                .float64(highSum)
                .finish();
    }

    static HddmA fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        HddmA test = new HddmA(in.float64(), in.float64(), in.int32() != 0);
        test.count = in.int64();
        test.sum = in.float64();
        test.lowCount = in.int64();
        test.lowSum = in.float64();
        test.highCount = in.int64();
        test.highSum = in.float64();
        ErrorValue.stored(
                test.sum >= 0
                        && test.sum <= test.count
                        && test.lowCount >= 0
                        && test.lowCount <= test.count
                        && test.highCount >= 0
                        && test.highCount <= test.count
                        && Double.isFinite(test.lowSum + test.highSum),
                "a sum of " + test.sum + " over " + test.count + " values");
        return test;
    }
}
