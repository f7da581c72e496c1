/** What the memory and its search are worth: likeness of sentences, retrieval of passages, recall among many memories. */
@NullMarked
package co.litper.cerebro.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
