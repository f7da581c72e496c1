/**
 * The agents, each of which bids what it would do, and the registry that asks them.
 *
 * <p>In: {@link co.litper.cerebro.decision.Situation}. Out: bids with expected value in pesos. Agents read and bid; only
 * {@code think} chooses.
 */
@NullMarked
package co.litper.cerebro.agent;

import org.jspecify.annotations.NullMarked;
