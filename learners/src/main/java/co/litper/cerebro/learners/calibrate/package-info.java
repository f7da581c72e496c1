/**
 * Makes probabilities and intervals mean what they say: calibration on a bounded window, reliability, conformal intervals.
 *
 * <p>In: scores with what came of them. Out: {@link co.litper.cerebro.learners.calibrate.Calibration}, reliability with its
 * expected calibration error, intervals whose coverage is steered.
 */
@NullMarked
package co.litper.cerebro.learners.calibrate;

import org.jspecify.annotations.NullMarked;
