/**
 * Randomised choice among a changing set of arms, every choice with its exact probability, and values learned per arm.
 *
 * <p>In: predicted values, which arms are allowed, one uniform draw. Out:
 * {@link co.litper.cerebro.learners.bandit.Choice} with index, propensity and the whole distribution.
 */
@NullMarked
package co.litper.cerebro.learners.bandit;

import org.jspecify.annotations.NullMarked;
