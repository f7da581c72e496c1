/**
 * Judges learners of short episodes on problems whose best policy is known.
 *
 * <p>In: seeds and a number of episodes. Out: {@link co.litper.cerebro.benchmarks.BenchResult} with the exact value of what each
 * learner found, between chance and the best policy.
 */
@NullMarked
package co.litper.cerebro.benchmarks.reinforce;

import org.jspecify.annotations.NullMarked;
