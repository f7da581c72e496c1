/**
 * Judges forecasts of many series by the rules of the M4 competition.
 *
 * <p>In: two CSV files of series, what is known and what came. Out: {@link co.litper.cerebro.benchmarks.BenchResult} with sMAPE, MASE and
 * the coverage of intervals.
 */
@NullMarked
package co.litper.cerebro.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
