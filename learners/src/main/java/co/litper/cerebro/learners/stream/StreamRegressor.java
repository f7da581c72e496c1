package co.litper.cerebro.learners.stream;

/**
 * Learns a number row by row. Deterministic: equal rows in equal order, and an equal seed, give equal predictions and equal
 * bytes. Owned by one thread, reading included.
 *
 * <p>What is refused with a {@code BadSampleException} (a row that does not fit the schema, a target that is not finite, a
 * weight that is not finite and above 0) leaves the learner as it was. {@link #predict} allocates nothing.
 */
public interface StreamRegressor {

    /** The rows that it takes. */
    StreamSchema schema();

    /** The number to be expected for {@code row}, in the target's unit; 0 if nothing has been learned. */
    double predict(double[] row);

    /**
     * Learns one row.
     *
     * @param target what came, finite
     * @param weight counts like so many equal rows, above 0
     */
    void learn(double[] row, double target, double weight);

    /** Versioned bytes of what was learned; settings are the program's and not among them. */
    byte[] toBytes();
}
