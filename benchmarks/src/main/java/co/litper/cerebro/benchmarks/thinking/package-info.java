/** Measures what thinking adds: variants of the product in simulated worlds, and fast decisions while the reasoner hangs. */
@NullMarked
package co.litper.cerebro.benchmarks.thinking;

import org.jspecify.annotations.NullMarked;
