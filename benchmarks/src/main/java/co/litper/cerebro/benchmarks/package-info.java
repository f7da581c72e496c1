/**
 * Side-by-side runs against naive floors and peers, on public data or generated load; never shipped.
 *
 * <p>In: a data folder or settings. Out: {@link co.litper.cerebro.benchmarks.BenchResult}, one JSON object a run.
 */
@NullMarked
package co.litper.cerebro.benchmarks;

import org.jspecify.annotations.NullMarked;
