/**
 * A situation becomes a decision: agents bid, guardrails exclude, the policy draws, and the autonomy ladder says how far the
 * winner may go.
 *
 * <p>In: {@link co.litper.cerebro.decision.Situation}, {@link co.litper.cerebro.think.Settings}. Out:
 * {@link co.litper.cerebro.decision.Decision}. A pure function of its input.
 */
@NullMarked
package co.litper.cerebro.think;

import org.jspecify.annotations.NullMarked;
