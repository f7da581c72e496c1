package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/** See {@link Detectors#fhddm}. */
final class Fhddm implements DriftDetector {
    static final int KIND = 0x46484444;
    private static final int VERSION = 1;

    private final double chance;
    private final double bound;
    private final byte[] window;
    private int next;
    private int filled;
    private int correct;
    private int mostCorrect;

    Fhddm(int window, double chance) {
        ErrorValue.atLeast("window", 1, window);
        ErrorValue.chance("chance", chance);
        this.chance = chance;
        this.window = new byte[window];
        bound = Math.sqrt(Math.log(1 / chance) / (2.0 * window));
    }

    @Override
    public DriftState observe(double error) {
        ErrorValue.unit(error);
        byte right = (byte) (error < 0.5 ? 1 : 0);
        correct += right - window[next];
        window[next] = right;
        next = next + 1 == window.length ? 0 : next + 1;
        if (filled < window.length && ++filled < window.length) {
            return DriftState.STABLE;
        }
        mostCorrect = Math.max(mostCorrect, correct);
        if ((double) (mostCorrect - correct) / window.length < bound) {
            return DriftState.STABLE;
        }
        Arrays.fill(window, (byte) 0);
        next = 0;
        filled = 0;
        correct = 0;
        mostCorrect = 0;
        return DriftState.DRIFT;
    }

    @Override
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION)
                .float64(chance)
                .bytes(window)
                .int32(next)
                .int32(filled)
                .int32(mostCorrect)
                .finish();
    }

    static Fhddm fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        double chance = in.float64();
        byte[] window = in.bytes();
        Fhddm test = new Fhddm(window.length, chance);
        for (int i = 0; i < window.length; i++) {
            ErrorValue.stored(window[i] == 0 || window[i] == 1, "an outcome of " + window[i]);
            test.window[i] = window[i];
            test.correct += window[i];
        }
        test.next = in.int32();
        test.filled = in.int32();
        test.mostCorrect = in.int32();
        ErrorValue.stored(
                test.next >= 0
                        && test.next < window.length
                        && test.filled >= 0
                        && test.filled <= window.length
                        && test.mostCorrect >= 0
                        && test.mostCorrect <= window.length,
                "place " + test.next + " of " + window.length);
        return test;
    }
}
