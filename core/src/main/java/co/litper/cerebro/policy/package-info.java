/**
 * What things are worth in pesos, and what rescuing a parcel has been worth so far.
 *
 * <p>In: facts of a parcel, outcomes of rescues. Out: values that bids carry. The draw among them is the library's
 * {@link co.litper.cerebro.learners.bandit.Explorer}: no choice is a bare argmax, since without exploration of known
 * probability a log cannot tell what another policy would have earned.
 */
@NullMarked
package co.litper.cerebro.policy;

import org.jspecify.annotations.NullMarked;
