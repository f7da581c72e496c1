package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.linear.BadSampleException;

/**
 * Watches a stream of numbers and tells when their distribution changes.
 *
 * <p>Deterministic: equal values (and seed, where there is one) give equal states. Owned by one thread. Memory is bounded and
 * {@link #observe} allocates nothing. After {@link DriftState#DRIFT} a detector has begun anew by itself, so that the next
 * value is the first of the new distribution.
 */
public interface DriftDetector {

    /**
     * Takes in the next value.
     *
     * @param value most detectors want an error of 0 or 1, see each
     * @throws BadSampleException if {@code value} is not finite or out of the detector's range; the detector is as it was
     */
    DriftState observe(double value);

    /** Versioned bytes that hold settings and state; {@link Detectors#fromBytes} reads them. */
    byte[] toBytes();
}
