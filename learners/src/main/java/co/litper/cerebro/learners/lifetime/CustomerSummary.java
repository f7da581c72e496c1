package co.litper.cerebro.learners.lifetime;

import co.litper.cerebro.learners.linear.BadSampleException;

/**
 * All that the models need of a customer's past. Times are in one unit of the caller's choice, such as weeks, and count from the
 * first purchase.
 *
 * @param repeats purchases after the first, at least 0 (x in the papers)
 * @param recency time of the last purchase, 0 if there was one only (t_x), 0 to {@code age}
 * @param age time watched since the first purchase (T)
 * @param meanValue mean value of the purchases after the first, at least 0; 0 where it is not known (z̄)
 */
public record CustomerSummary(double repeats, double recency, double age, double meanValue) {

    public CustomerSummary {
        if (!(repeats >= 0
                && recency >= 0
                && recency <= age
                && age < Double.POSITIVE_INFINITY
                && repeats < Double.POSITIVE_INFINITY
                && meanValue >= 0
                && meanValue < Double.POSITIVE_INFINITY)) {
            throw new BadSampleException("a customer has repeats " + repeats + ", recency " + recency + ", age " + age
                    + ", meanValue " + meanValue + "; wanted are finite numbers from 0 and recency up to age");
        }
    }

    /** A customer whose values are not known. */
    public static CustomerSummary of(double repeats, double recency, double age) {
        return new CustomerSummary(repeats, recency, age, 0);
    }

    /** The same customer watched until {@code age} without a further purchase; {@code age} at least the present one. */
    public CustomerSummary watchedUntil(double age) {
        if (!(age >= this.age)) {
            throw new BadSampleException("a customer watched until " + this.age + " cannot be watched until " + age);
        }
        return new CustomerSummary(repeats, recency, age, meanValue);
    }

    /** The same customer after a purchase of {@code value}, at {@code time} at least the age before; O(1). */
    public CustomerSummary bought(double time, double value) {
        if (!(time >= age)) {
            throw new BadSampleException("a customer watched until " + age + " cannot buy at " + time);
        }
        double mean = meanValue + (value - meanValue) / (repeats + 1);
        return new CustomerSummary(repeats + 1, time, time, mean);
    }
}
