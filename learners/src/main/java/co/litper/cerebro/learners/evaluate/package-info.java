/**
 * Judges predictions: exact AUC, mean absolute error, log-loss, the interval of a gain by paired bootstrap, and learners of
 * streams by test-then-train.
 *
 * <p>In: predictions beside what came, or a learner and its stream. Out: figures.
 */
@NullMarked
package co.litper.cerebro.learners.evaluate;

import org.jspecify.annotations.NullMarked;
