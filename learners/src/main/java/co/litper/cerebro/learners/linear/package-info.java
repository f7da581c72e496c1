/**
 * Online linear learners over dense rows: FTRL-proximal with any convex loss, and recursive Bayesian regression.
 *
 * <p>In: rows of {@code float} where NaN means missing, targets, importance weights. Out:
 * {@link co.litper.cerebro.learners.linear.LinearModel}, immutable, which predicts without allocating and explains itself
 * feature by feature.
 */
@NullMarked
package co.litper.cerebro.learners.linear;

import org.jspecify.annotations.NullMarked;
