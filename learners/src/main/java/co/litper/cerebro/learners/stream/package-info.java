/**
 * The port of learners that read a stream of rows: what a row is, what classifiers and regressors do with it, and the floors
 * that every learner must beat.
 *
 * <p>In: a {@link co.litper.cerebro.learners.stream.StreamSchema}, rows of {@code double} (NaN is missing, a nominal value is
 * its index), labels or targets, weights. Out: votes or predictions, and a snapshot in versioned bytes.
 */
@NullMarked
package co.litper.cerebro.learners.stream;

import org.jspecify.annotations.NullMarked;
