/**
 * Measurements: micro-benchmarks of hot paths with JMH.
 *
 * <p>In: generated events. Out: times on standard output. Nothing here runs in tests: a measurement is not a check.
 */
@NullMarked
package co.litper.cerebro.benchmarks;

import org.jspecify.annotations.NullMarked;
