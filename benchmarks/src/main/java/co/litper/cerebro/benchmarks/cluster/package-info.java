/**
 * The loop on a cluster beside the loop in one process: speed, equality of receipts, and what becomes of both when machines
 * die.
 *
 * <p>In: simulated worlds, recorded as one process lived through them. Out: figures of {@code ./cerebro bench cluster}.
 */
@NullMarked
package co.litper.cerebro.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
