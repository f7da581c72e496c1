/**
 * Judges predictions: exact AUC, mean absolute error, log-loss, and the interval of a gain by paired bootstrap.
 *
 * <p>In: predictions beside what came. Out: figures.
 */
@NullMarked
package co.litper.cerebro.learners.evaluate;

import org.jspecify.annotations.NullMarked;
