@NullMarked
package co.litper.cerebro.benchmarks.thinking;

import org.jspecify.annotations.NullMarked;
