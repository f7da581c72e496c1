/**
 * What ways of thinking add to decisions: the product lives in simulated worlds with and without each, in equal worlds with equal luck, and
 * is judged by what its parcels really earned.
 */
@NullMarked
package co.litper.cerebro.benchmarks.thinking;

import org.jspecify.annotations.NullMarked;
