package co.litper.cerebro.learners.lifetime;

import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * Buy till you die: customers buy at rates that differ between them, until each leaves unseen. Immutable, thread-safe; times in the
 * unit of the summaries it was fitted to.
 */
public sealed interface LifetimeModel permits BgNbd, MbgNbd, ParetoNbd {

    /** Logarithm of the likelihood of one customer's past. */
    double logLikelihood(CustomerSummary customer);

    /** Probability that the customer has not left, 0 to 1. */
    double alive(CustomerSummary customer);

    /** Purchases to expect of the customer in the next {@code horizon}, at least 0. */
    double expected(CustomerSummary customer, double horizon);

    /** Purchases after the first to expect of a customer of whom nothing is known, within {@code time} of the first. */
    default double expectedOfNew(double time) {
        return expected(CustomerSummary.of(0, 0, 0), time);
    }

    /** Four parameters, in the order of the paper. */
    double[] parameters();

    /** Versioned bytes; {@link #fromBytes} reads them. */
    default byte[] toBytes() {
        int family = switch (this) {
            case BgNbd m -> 0;
            case MbgNbd m -> 1;
            case ParetoNbd m -> 2;
        };
        return new SnapshotWriter(Stored.KIND, Stored.VERSION)
                .int32(family)
                .doubles(parameters())
                .finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws co.litper.cerebro.learners.snapshot.SnapshotException for anything else
     */
    static LifetimeModel fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, Stored.KIND, Stored.VERSION);
        return Stored.model(in.int32(), in.doubles());
    }
}
