/**
 * Judges detectors of anomalies by the rules of the Numenta Anomaly Benchmark.
 *
 * <p>In: folders of series and their file of windows. Out: {@link co.litper.cerebro.benchmarks.BenchResult}, and each series with its scores
 * as a file.
 */
@NullMarked
package co.litper.cerebro.benchmarks.anomaly;

import org.jspecify.annotations.NullMarked;
