/**
 * The one durable, ordered, replayable log, and what is kept beside it.
 *
 * <p>In: events in their {@link co.litper.cerebro.log.Envelope}. Out: ports ({@link co.litper.cerebro.log.EventLog},
 * {@link co.litper.cerebro.log.StateStore}, {@link co.litper.cerebro.log.DeadLetters}) with their defaults in memory,
 * the codec, and the data contract of each event type. Only the log holds truth; a state store can be dropped and is
 * folded again.
 */
@NullMarked
package co.litper.cerebro.log;

import org.jspecify.annotations.NullMarked;
