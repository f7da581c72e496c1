package co.litper.cerebro.learners.forecast;

/** A way to go on from a history, before it has seen one. Pure and thread-safe. */
public sealed interface Method permits SeasonalNaive, ExponentialSmoothing, Theta, DoubleSeasonal, LaggedRegression {

    /** Values that a history must have. */
    int leastHistory();

    /**
     * Finds the parameters for {@code history}, at least {@link #leastHistory()} finite values.
     *
     * @throws co.litper.cerebro.learners.linear.BadSampleException if it is shorter or not finite
     */
    Rule fit(double[] history);

    /** A method with its parameters. Immutable. */
    interface Rule {
        /**
         * The next {@code horizon} values after {@code history}, which may be longer than the one that was fitted.
         *
         * @return [horizon], finite
         */
        double[] forecast(double[] history, int horizon);
    }
}
