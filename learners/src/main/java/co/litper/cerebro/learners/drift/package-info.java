/**
 * Tells when what is learned no longer holds: detectors over a stream of numbers, usually a model's errors.
 *
 * <p>In: one number at a time. Out: {@link co.litper.cerebro.learners.drift.DriftState}, and for
 * {@link co.litper.cerebro.learners.drift.Adwin} the mean of what came since the last change.
 */
@NullMarked
package co.litper.cerebro.learners.drift;

import org.jspecify.annotations.NullMarked;
