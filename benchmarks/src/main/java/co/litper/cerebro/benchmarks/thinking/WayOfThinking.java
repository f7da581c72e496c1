package co.litper.cerebro.benchmarks.thinking;

import java.util.function.Supplier;

/**
 * A way of thinking that is measured.
 *
 * @param name as in the result
 * @param minds makes a fresh mind for each life
 */
record WayOfThinking(String name, Supplier<Mind> minds) {}
