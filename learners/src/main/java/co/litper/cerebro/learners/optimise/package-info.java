/**
 * Finds the least of a function of a few numbers without its gradient.
 *
 * <p>In: a {@link java.util.function.ToDoubleFunction} and where to begin. Out: a
 * {@link co.litper.cerebro.learners.optimise.Minimum}.
 */
@NullMarked
package co.litper.cerebro.learners.optimise;

import org.jspecify.annotations.NullMarked;
