/**
 * The service under load, seen from a second process.
 *
 * <p>In: nothing but this machine. Out: {@link co.litper.cerebro.benchmarks.http.HttpBench}.
 */
@NullMarked
package co.litper.cerebro.benchmarks.http;

import org.jspecify.annotations.NullMarked;
