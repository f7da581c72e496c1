/**
 * The loop. {@link co.litper.cerebro.Brain} is where to begin reading: an event comes in, the state of its key is folded, a
 * situation is made, a decision taken, effects planned, outcomes joined.
 *
 * <p>In: {@link co.litper.cerebro.log.Envelope}s in the order of the log. Out: {@link co.litper.cerebro.Step}: facts to
 * record, events that follow, effects to hand over. Everything here is owned by one thread and does no I/O but to load the
 * state of a key.
 */
@NullMarked
package co.litper.cerebro;

import org.jspecify.annotations.NullMarked;
