package co.litper.cerebro.learners.inference;

import co.litper.cerebro.learners.linear.BadSampleException;

/**
 * Count, mean and variance of a sample, all that Welch's test needs.
 *
 * @param count values
 * @param mean of them
 * @param variance of the population, estimated: divided by count − 1; 0 for fewer than two
 */
public record Moments(long count, double mean, double variance) {
    public Moments {
        if (count < 0 || !Double.isFinite(mean) || !(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new BadSampleException("count and variance must be 0 or more and the mean finite, are " + count + ", "
                    + variance + ", " + mean);
        }
    }

    /** Of {@code values}, by Welford's recursion; throws {@link BadSampleException} if one is not finite. */
    public static Moments of(double... values) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new BadSampleException("value " + i + " must be finite, is " + values[i]);
            }
            double off = values[i] - mean;
            mean += off / (i + 1);
            square += off * (values[i] - mean);
        }
        return new Moments(values.length, mean, values.length < 2 ? 0 : square / (values.length - 1));
    }
}
