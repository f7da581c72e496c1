/**
 * Watches a simulated world and its player for what must never happen. Written from the specification and the domain's
 * rules, not from the code that is watched.
 *
 * <p>In: envelopes, effects, receipts, stories. Out: violations. Entry: {@link
 * co.litper.cerebro.simulator.check.Inspection}.
 */
@NullMarked
package co.litper.cerebro.simulator.check;

import org.jspecify.annotations.NullMarked;
