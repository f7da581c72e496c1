package co.litper.cerebro.learners.inference;

/**
 * What a comparison of two groups found.
 *
 * @param difference second group minus first, in the metric's unit
 * @param low lower end of the interval around {@code difference}
 * @param high upper end
 * @param pValue two-sided, 0 to 1
 */
public record Effect(double difference, double low, double high, double pValue) {
    public Effect {
        if (!(low <= high && pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException(
                    "interval must rise and p be 0 to 1, are " + low + ", " + high + ", " + pValue);
        }
    }
}
