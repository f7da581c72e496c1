/**
 * What a decision is: the questions, the bids of the agents, the choice with its exact propensity, the receipt.
 *
 * <p>In: {@code vocabulary}, {@code event}. Out: {@link co.litper.cerebro.decision.Decision}, which is its own complete
 * receipt, {@link co.litper.cerebro.decision.PlannedEffect}, and {@link co.litper.cerebro.decision.FactsCodec}, which
 * carries both to and from the bytes that stand in the log beside the event.
 */
@NullMarked
package co.litper.cerebro.decision;

import org.jspecify.annotations.NullMarked;
