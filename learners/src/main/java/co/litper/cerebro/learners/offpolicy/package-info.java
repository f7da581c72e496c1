/**
 * What another policy would have earned, told from the log of the one that acted, with intervals, or a reasoned refusal.
 *
 * <p>In: {@link co.litper.cerebro.learners.offpolicy.LoggedRounds} with rewards and the probabilities of both policies, and
 * what a {@link co.litper.cerebro.learners.offpolicy.RewardModel} expects. Out: a
 * {@link co.litper.cerebro.learners.offpolicy.Verdict}.
 */
@NullMarked
package co.litper.cerebro.learners.offpolicy;

import org.jspecify.annotations.NullMarked;
