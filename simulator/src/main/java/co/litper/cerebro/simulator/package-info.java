/**
 * A seeded Colombian last mile: it speaks only the product's own events and answers only to effects.
 *
 * <p>In: effects that a {@link co.litper.cerebro.simulator.Player} hands to the {@link co.litper.cerebro.simulator.Desk}.
 * Out: envelopes, and a {@link co.litper.cerebro.simulator.ParcelStory} of every parcel for those who judge.
 */
@NullMarked
package co.litper.cerebro.simulator;

import org.jspecify.annotations.NullMarked;
