package co.litper.cerebro.learners.lifetime;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * What a purchase of a customer is worth: values vary within a customer as a gamma distribution, and customers differ. Assumes that how
 * much somebody spends tells nothing of how often. Immutable.
 *
 * <p>P. Fader and B. Hardie, "The gamma-gamma model of monetary value", 2013.
 *
 * @param p shape of the values of one customer
 * @param q shape of the customers' scales
 * @param v scale of these, in the unit of values
 */
public record GammaGamma(double p, double q, double v) {
    private static final int KIND = 0x4747414D;
    private static final int VERSION = 1;

    public GammaGamma {
        Mixtures.positive("gamma-gamma", "p, q, v", p, q, v);
    }

    /** Logarithm of the likelihood of a customer's mean value; repeats and mean value above 0. */
    public double logLikelihood(CustomerSummary c) {
        double x = c.repeats();
        double z = c.meanValue();
        return Mixtures.logGamma(p * x + q)
                - Mixtures.logGamma(p * x)
                - Mixtures.logGamma(q)
                + q * Math.log(v)
                + (p * x - 1) * Math.log(z)
                + p * x * Math.log(x)
                - (p * x + q) * Math.log(x * z + v);
    }

    /** The value to expect of a purchase: between the customer's own mean and all customers', the more its own the more it bought. */
    public double expectedValue(CustomerSummary c) {
        double x = c.meanValue() > 0 ? c.repeats() : 0;
        double shape = p * x + q - 1;
        return shape > 0 ? p * (v + x * c.meanValue()) / shape : Double.POSITIVE_INFINITY;
    }

    /** The value of a purchase of a customer of whom nothing is known; infinite if {@code q} is at most 1. */
    public double expectedOfNew() {
        return expectedValue(CustomerSummary.of(0, 0, 0));
    }

    /**
     * The value of all that a customer will buy within {@code periods} units of time, each unit's purchases worth less by {@code
     * discount}, at least 0, than the one before; in the middle of their unit.
     */
    public double lifetimeValue(LifetimeModel model, CustomerSummary c, int periods, double discount) {
        double worth = 0;
        double before = 0;
        for (int period = 1; period <= periods; period++) {
            double until = model.expected(c, period);
            worth += (until - before) / Math.pow(1 + discount, period - 0.5);
            before = until;
        }
        return worth * expectedValue(c);
    }

    /** Versioned bytes. */
    public byte[] toBytes() {
        return new SnapshotWriter(KIND, VERSION).doubles(new double[] {p, q, v}).finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static GammaGamma fromBytes(byte[] bytes) {
        double[] stored = new SnapshotReader(bytes, KIND, VERSION).doubles();
        if (stored.length != 3) {
            throw new SnapshotException("a gamma-gamma model has " + stored.length + " parameters, wanted 3");
        }
        try {
            return new GammaGamma(stored[0], stored[1], stored[2]);
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("stored gamma-gamma model: " + e.getMessage());
        }
    }
}
