/**
 * Judges learners of streams on any CSV or ARFF file, beside floors and beside MOA in the same process.
 *
 * <p>In: a file, a learner's name, a task. Out: a {@link co.litper.cerebro.benchmarks.BenchResult} with accuracy or RMSE and
 * instances per second. MOA is GPL: it is a peer of this module only and never ships.
 */
@NullMarked
package co.litper.cerebro.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
