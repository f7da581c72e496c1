package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;

/** What a detector accepts as a value and as a setting. */
final class ErrorValue {
    private ErrorValue() {}

    /** An error, 0 to 1; NaN is none. */
    static void unit(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new BadSampleException("error must be 0 to 1, is " + value + ". Maybe it wants to be scaled first.");
        }
    }

    static void finite(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new BadSampleException("value must be finite, is " + value);
        }
    }

    static void chance(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and below 1, is " + value);
        }
    }

    static void atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
        }
    }

    static void stored(boolean good, String what) {
        if (!good) {
            throw new SnapshotException("snapshot of a detector claims " + what + ". Maybe it was damaged.");
        }
    }
}
