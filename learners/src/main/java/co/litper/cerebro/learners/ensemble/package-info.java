/**
 * Learners of streams that choose among others while the stream runs.
 *
 * <p>In: the rows of a stream, like any {@link co.litper.cerebro.learners.stream.StreamClassifier} or
 * {@link co.litper.cerebro.learners.stream.StreamRegressor}. Out: the weighted answer of experts, weighted by how they did on
 * rows whose labels have come, never on the row that is asked about.
 */
@NullMarked
package co.litper.cerebro.learners.ensemble;

import org.jspecify.annotations.NullMarked;
