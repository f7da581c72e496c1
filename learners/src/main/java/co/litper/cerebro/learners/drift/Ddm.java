package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** See {@link Detectors#ddm}. */
final class Ddm implements DriftDetector {
    static final int KIND = 0x44444D20;
    private static final int VERSION = 1;

    private final int least;
    private final double warningLevel;
    private final double driftLevel;
    private long count;
    private double rate;
    private double bestRate;
    private double bestSpread;

    Ddm(int least, double warningLevel, double driftLevel) {
        ErrorValue.atLeast("least", 1, least);
        if (!(warningLevel > 0 && driftLevel >= warningLevel && driftLevel < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "levels must be above 0 and drift not below warning, are " + warningLevel + ", " + driftLevel);
        }
        this.least = least;
        this.warningLevel = warningLevel;
        this.driftLevel = driftLevel;
        begin();
    }

    private void begin() {
        count = 0;
        rate = 0;
        bestRate = Double.MAX_VALUE;
        bestSpread = 0;
    }

    @Override
    public DriftState observe(double error) {
        ErrorValue.unit(error);
        count++;
        rate += (error - rate) / count;
        if (count < least) {
            return DriftState.STABLE;
        }
        double spread = Math.sqrt(rate * (1 - rate) / count);
        if (rate + spread <= bestRate + bestSpread) {
            bestRate = rate;
            bestSpread = spread;
        }
        double over = rate + spread - bestRate;
        if (over > driftLevel * bestSpread) {
            begin();
            return DriftState.DRIFT;
        }
        return over > warningLevel * bestSpread ? DriftState.WARNING : DriftState.STABLE;
    }

    @Override
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .int32(least)
                .float64(warningLevel)
                .float64(driftLevel)
                .int64(count)
                .float64(rate)
                .float64(bestRate)
                .float64(bestSpread)
                .finish();
    }

    static Ddm fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        Ddm ddm = new Ddm(in.int32(), in.float64(), in.float64());
        ddm.count = in.int64();
        ddm.rate = in.float64();
        ddm.bestRate = in.float64();
        ddm.bestSpread = in.float64();
        ErrorValue.stored(ddm.count >= 0 && ddm.rate >= 0 && ddm.rate <= 1 && ddm.bestSpread >= 0, "rate " + ddm.rate);
        return ddm;
    }
}
