package co.litper.cerebro.learners.uplift;

/** A number for each row. Immutable. */
@FunctionalInterface
public interface Surface {
    /** The number of a row as those that it was fitted to. */
    double at(double[] row);
}
