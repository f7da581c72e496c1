package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * What the rows of a stream look like: the kind of each feature and of the target. Immutable and thread-safe.
 *
 * <p>A row is a {@code double[width]}. A numeric feature holds any number up to {@link #MOST_SIZE}, a nominal one an index from 0 to its
 * cardinality − 1; NaN is missing in both.
 */
public final class StreamSchema {
    /** Values of a nominal feature at most: statistics are kept for each. Fold larger vocabularies, by a hash for example. */
    public static final int MOST_VALUES = 4_096;
    /** Classes at most: votes are dense. */
    public static final int MOST_CLASSES = 4_096;
    /** Features at most: statistics of a leaf are dense in them. */
    public static final int MOST_FEATURES = 65_536;

    /** Size of a value or target at most, so that sums of squares stay finite. */
    public static final double MOST_SIZE = 1e100;
    /** Weight of a row at most, so that sums stay finite. */
    public static final double MOST_WEIGHT = 1e9;

    private static final int NUMERIC = 0;

    private final int[] cardinalities;
    private final int classes;
    private final boolean allNumeric;

    private StreamSchema(int[] cardinalities, int classes) {
        if (cardinalities.length < 1 || cardinalities.length > MOST_FEATURES) {
            throw new IllegalArgumentException(
                    "a row must have 1 to " + MOST_FEATURES + " features, has " + cardinalities.length);
        }
        for (int i = 0; i < cardinalities.length; i++) {
            if (cardinalities[i] < 0 || cardinalities[i] > MOST_VALUES) {
                throw new IllegalArgumentException("feature " + i + " has " + cardinalities[i] + " values, at most "
                        + MOST_VALUES + " are kept. Maybe it is a number or an identifier.");
            }
        }
        this.cardinalities = cardinalities.clone();
        this.classes = classes;
        this.allNumeric = Arrays.stream(cardinalities).allMatch(c -> c == NUMERIC);
    }

    /**
     * Rows that belong to one of several classes.
     *
     * @param classes at least 1
     * @param cardinalities of each feature; 0 is numeric
     */
    public static StreamSchema classification(int classes, int... cardinalities) {
        if (classes < 1 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException("classes must be 1 to " + MOST_CLASSES + ", are " + classes
                    + ". Maybe the target is a number and the task regression.");
        }
        return new StreamSchema(cardinalities, classes);
    }

    /**
     * Rows with a number to be foreseen.
     *
     * @param cardinalities of each feature; 0 is numeric
     */
    public static StreamSchema regression(int... cardinalities) {
        return new StreamSchema(cardinalities, 0);
    }

    /** Features of a row. */
    public int width() {
        return cardinalities.length;
    }

    /** Classes of the target; 0 for a regression. */
    public int classes() {
        return classes;
    }

    /** Whether feature {@code i} is nominal. */
    public boolean isNominal(int i) {
        return cardinalities[i] != NUMERIC;
    }

    /** Values of nominal feature {@code i}; 0 if it is numeric. */
    public int cardinality(int i) {
        return cardinalities[i];
    }

    /** Throws {@link BadSampleException} unless {@code row} fits. O(width), allocates nothing. */
    public void requireRow(double[] row) {
        requireWidth(row);
        for (int i = 0; i < row.length; i++) {
            if (!fits(i, row[i]) && !Double.isNaN(row[i])) {
                throw new BadSampleException(refusal(i, row[i]));
            }
        }
    }

    void requireWidth(double[] row) {
        if (row.length != cardinalities.length) {
            throw new BadSampleException("row has " + row.length + " values, the schema has " + cardinalities.length
                    + ". Maybe the target was left among the features.");
        }
    }

    private boolean fits(int i, double v) {
        if (allNumeric || cardinalities[i] == NUMERIC) {
            return Math.abs(v) <= MOST_SIZE;
        }
        return v >= 0 && v < cardinalities[i] && v == (int) v;
    }

    private String refusal(int i, double v) {
        return cardinalities[i] == NUMERIC
                ? "value " + i + " of the row is " + v + ", at most " + MOST_SIZE
                        + " is taken. Maybe a division by zero; NaN means missing."
                : "value " + i + " of the row is " + v + ", the feature has the values 0 to " + (cardinalities[i] - 1)
                        + ". Maybe a value unseen when the schema was made; pass NaN for it.";
    }

    /** Throws {@link BadSampleException} unless {@code label} is a class. */
    public void requireLabel(int label) {
        if (label < 0 || label >= classes) {
            throw new BadSampleException("label is " + label + ", the schema has the classes 0 to " + (classes - 1)
                    + ". Maybe a class unseen when the schema was made.");
        }
    }

    /** Throws {@link BadSampleException} unless {@code target} is finite and at most {@link #MOST_SIZE}. */
    public static void requireTarget(double target) {
        if (!(Math.abs(target) <= MOST_SIZE)) {
            throw new BadSampleException("target must be finite and at most " + MOST_SIZE + ", is " + target
                    + ". Maybe the outcome is not known yet; then it is no sample.");
        }
    }

    /** Throws {@link BadSampleException} unless {@code weight} is above 0 and at most {@link #MOST_WEIGHT}. */
    public static void requireWeight(double weight) {
        if (!(weight > 0 && weight <= MOST_WEIGHT)) {
            throw new BadSampleException("weight must be above 0 and at most " + MOST_WEIGHT + ", is " + weight
                    + ". Maybe leave such samples out.");
        }
    }

    /** Throws {@link IllegalArgumentException} unless this is a classification. Returns this. */
    public StreamSchema requireClassification() {
        if (classes == 0) {
            throw new IllegalArgumentException("the schema is of a regression. Maybe a regressor was meant.");
        }
        return this;
    }

    /** Throws {@link IllegalArgumentException} unless this is a regression. Returns this. */
    public StreamSchema requireRegression() {
        if (classes != 0) {
            throw new IllegalArgumentException("the schema has " + classes + " classes. Maybe a classifier was meant.");
        }
        return this;
    }

    /** Writes it, so that a snapshot can be held against the schema of its reader. */
    public void write(SnapshotWriter out) {
        out.int32(classes).int32(cardinalities.length);
        for (int cardinality : cardinalities) {
            out.int32(cardinality);
        }
    }

    /** Throws {@link SnapshotException} unless the next thing in {@code in} is this schema. */
    public void require(SnapshotReader in) {
        int theirClasses = in.int32();
        int theirWidth = in.int32();
        if (theirClasses != classes || theirWidth != cardinalities.length) {
            throw new SnapshotException("snapshot is of " + theirWidth + " features and " + theirClasses
                    + " classes, the schema has " + cardinalities.length + " and " + classes
                    + ". Maybe it belongs to another stream.");
        }
        for (int i = 0; i < cardinalities.length; i++) {
            int theirs = in.int32();
            if (theirs != cardinalities[i]) {
                throw new SnapshotException("snapshot has " + theirs + " values of feature " + i + ", the schema "
                        + cardinalities[i] + ". Maybe it belongs to another stream.");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamSchema s && s.classes == classes && Arrays.equals(s.cardinalities, cardinalities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cardinalities) + classes;
    }

    @Override
    public String toString() {
        return "StreamSchema" + Arrays.toString(cardinalities) + (classes == 0 ? "→number" : "→" + classes);
    }
}
