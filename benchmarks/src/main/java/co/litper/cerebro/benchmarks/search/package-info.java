/**
 * Searches beside chance on standard functions.
 *
 * <p>In: nothing but seeds. Out: regrets after so many trials, with intervals.
 */
@NullMarked
package co.litper.cerebro.benchmarks.search;

import org.jspecify.annotations.NullMarked;
