/**
 * A simulated world lived through with the product, kept whole: events, receipts and snapshots, as one process made them.
 *
 * <p>In: merchant, seed, size. Out: a {@link co.litper.cerebro.simulator.record.RecordedWorld}, against which another host of
 * the loop is held.
 */
@NullMarked
package co.litper.cerebro.simulator.record;

import org.jspecify.annotations.NullMarked;
