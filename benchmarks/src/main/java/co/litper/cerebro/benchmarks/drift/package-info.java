/**
 * Judges drift detectors on the errors of a small classifier over a file whose drifts are known.
 *
 * <p>In: a CSV or ARFF file and where its concept changes. Out: {@link co.litper.cerebro.benchmarks.BenchResult} with delays, false
 * alarms and missed drifts.
 */
@NullMarked
package co.litper.cerebro.benchmarks.drift;

import org.jspecify.annotations.NullMarked;
