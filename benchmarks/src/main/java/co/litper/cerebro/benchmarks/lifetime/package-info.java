/**
 * Fits the models of customers' lifetimes to a file of summaries.
 *
 * <p>In: a CSV file of repeats, recency, age and maybe mean value. Out: {@link co.litper.cerebro.benchmarks.BenchResult} with
 * parameters and likelihoods.
 */
@NullMarked
package co.litper.cerebro.benchmarks.lifetime;

import org.jspecify.annotations.NullMarked;
