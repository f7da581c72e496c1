package co.litper.cerebro.learners.stream;

/**
 * Learns classes row by row. Deterministic: equal rows in equal order, and an equal seed, give equal votes and equal bytes.
 * Owned by one thread, reading included.
 *
 * <p>What is refused with a {@code BadSampleException} (a row or label that does not fit the schema, a weight that is not
 * finite and above 0) leaves the learner as it was. {@link #votes} and {@link #predict} allocate nothing.
 */
public interface StreamClassifier {

    /** The rows that it takes. */
    StreamSchema schema();

    /**
     * How much speaks for each class as of now.
     *
     * @param row fits the schema
     * @param votes receives a probability for each class; all 0 if nothing has been learned
     */
    void votes(double[] row, double[] votes);

    /** The class with most votes, the lowest of equals. */
    int predict(double[] row);

    /**
     * Learns one row.
     *
     * @param label its class, from 0
     * @param weight counts like so many equal rows, above 0
     */
    void learn(double[] row, int label, double weight);

    /** Versioned bytes of what was learned; settings are the program's and not among them. */
    byte[] toBytes();

    /** The index of the largest vote, the lowest of equals. */
    static int largest(double[] votes) {
        int best = 0;
        for (int c = 1; c < votes.length; c++) {
            if (votes[c] > votes[best]) {
                best = c;
            }
        }
        return best;
    }

    /** Scales votes to sum to 1; leaves them if the sum is 0 or not finite. */
    static void normalise(double[] votes) {
        double sum = 0;
        for (double vote : votes) {
            sum += vote;
        }
        if (sum > 0 && sum <= Double.MAX_VALUE) {
            for (int c = 0; c < votes.length; c++) {
                votes[c] /= sum;
            }
        }
    }
}
