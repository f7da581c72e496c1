/**
 * Bandits and off-policy estimates judged on any classification file, the mushroom game and logs in the Open Bandit layout.
 *
 * <p>In: files named on the command line. Out: {@link co.litper.cerebro.benchmarks.BenchResult} with floors, the peer
 * Vowpal Wabbit in the same process, and the oracle.
 */
@NullMarked
package co.litper.cerebro.benchmarks.bandit;

import org.jspecify.annotations.NullMarked;
