/**
 * Problems whose best policy is known exactly, to judge a learner between chance and perfection.
 *
 * <p>In: how a problem moves and rewards. Out: {@link co.litper.cerebro.learners.reinforce.problem.FiniteProblem}, which plays
 * episodes by seed, and gives the exact value of the best policy, of chance and of any other.
 */
@NullMarked
package co.litper.cerebro.learners.reinforce.problem;

import org.jspecify.annotations.NullMarked;
