/**
 * How a choice is made among valued actions, and what things are worth in pesos.
 *
 * <p>In: values, what is feasible, a draw. Out: an index with the exact probability of having drawn it. No policy here is
 * a bare argmax: without exploration of known probability a log cannot tell what another policy would have earned.
 */
@NullMarked
package co.litper.cerebro.policy;

import org.jspecify.annotations.NullMarked;
