/**
 * Decisions become effects: planned with their validity, held back until their time, handed to channels, and followed
 * until someone knows what became of them.
 *
 * <p>In: {@link co.litper.cerebro.decision.PlannedEffect}. Out: {@link co.litper.cerebro.act.Dispatch} for a
 * {@link co.litper.cerebro.act.Channel}, and {@code action.executed} events that tell how it went.
 */
@NullMarked
package co.litper.cerebro.act;

import org.jspecify.annotations.NullMarked;
