package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/** See {@link Detectors#hddmW}. */
final class HddmW implements DriftDetector {
    static final int KIND = 0x48445757;
    private static final int VERSION = 1;
    /** An exponentially weighted mean that has seen nothing: means are 0 to 1. */
    private static final double EMPTY = -1;

    private final double driftChance;
    private final double warningChance;
    private final double step;
    private double mean;
    /** Sum of the squared weights of a mean. */
    private double weight;

    private double cut;
    private double oldMean;
    private double oldWeight;
    private double newMean;
    private double newWeight;

    HddmW(double driftChance, double warningChance, double step) {
        ErrorValue.chance("driftChance", driftChance);
        ErrorValue.chance("warningChance", warningChance);
        ErrorValue.chance("step", step);
        this.driftChance = driftChance;
        this.warningChance = warningChance;
        this.step = step;
        begin();
    }

    private void begin() {
        mean = EMPTY;
        weight = 0;
        cut = Double.MAX_VALUE;
        oldMean = EMPTY;
        oldWeight = 0;
        newMean = EMPTY;
        newWeight = 0;
    }

    @Override
    public DriftState observe(double value) {
        ErrorValue.unit(value);
        weight = mean < 0 ? 1 : step * step + (1 - step) * (1 - step) * weight;
        mean = mean < 0 ? value : step * value + (1 - step) * mean;
        double upper = mean + Math.sqrt(weight * Math.log(1 / driftChance) / 2);
        if (upper < cut) {
            cut = upper;
            oldMean = mean;
            oldWeight = weight;
            newMean = EMPTY;
        } else {
            newWeight = newMean < 0 ? 1 : step * step + (1 - step) * (1 - step) * newWeight;
            newMean = newMean < 0 ? value : step * value + (1 - step) * newMean;
        }
        if (apart(driftChance)) {
            begin();
            return DriftState.DRIFT;
        }
        return apart(warningChance) ? DriftState.WARNING : DriftState.STABLE;
    }

    /** McDiarmid's bound between the two means. */
    private boolean apart(double chance) {
        return newMean >= 0 && newMean - oldMean > Math.sqrt((oldWeight + newWeight) * Math.log(1 / chance) / 2);
    }

    @Override
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .float64(driftChance)
                .float64(warningChance)
                .float64(step)
                .float64(mean)
                .float64(weight)
                .float64(cut)
                .float64(oldMean)
                .float64(oldWeight)
                .float64(newMean)
                .float64(newWeight)
                .finish();
    }

    static HddmW fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        HddmW test = new HddmW(in.float64(), in.float64(), in.float64());
        test.mean = in.float64();
        test.weight = in.float64();
        test.cut = in.float64();
        test.oldMean = in.float64();
        test.oldWeight = in.float64();
        test.newMean = in.float64();
        test.newWeight = in.float64();
        ErrorValue.stored(
                test.mean <= 1 && test.oldMean <= 1 && test.newMean <= 1 && test.oldWeight >= 0 && test.newWeight >= 0,
                "means " + test.oldMean + " and " + test.newMean);
        return test;
    }
}
