package co.litper.cerebro.learners.linear;

/** Checks of samples, made before anything is changed. */
final class Samples {
    private Samples() {}

    static void require(float[] row, int width, double weight) {
        if (row.length != width) {
            throw new BadSampleException("row has " + row.length + " values, the learner takes " + width
                    + ". Maybe it was made under another version of the features.");
        }
        for (int i = 0; i < width; i++) {
            if (Float.isInfinite(row[i])) {
                throw new BadSampleException(
                        "value " + i + " of the row is " + row[i] + ". Maybe a division by zero; NaN means missing.");
            }
        }
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new BadSampleException("weight must be finite and at least 0, is " + weight);
        }
    }

    static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new BadSampleException(name + " must be finite, is " + value
                    + ". Maybe the outcome is not known yet; then it is no sample.");
        }
    }

    static void requireProbability(double target) {
        if (!(target >= 0 && target <= 1)) {
            throw new BadSampleException("target of a logistic learner must be 0 to 1, is " + target);
        }
    }
}
