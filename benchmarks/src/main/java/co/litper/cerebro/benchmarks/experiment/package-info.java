/**
 * Judges an experiment from a file, and the library's promise that one may look at any time.
 *
 * <p>In: a CSV file with a unit, a variant and metrics a row. Out: {@link co.litper.cerebro.benchmarks.BenchResult} with a test,
 * a p-value and an interval a metric, and whether the groups have the sizes that they should.
 */
@NullMarked
package co.litper.cerebro.benchmarks.experiment;

import org.jspecify.annotations.NullMarked;
