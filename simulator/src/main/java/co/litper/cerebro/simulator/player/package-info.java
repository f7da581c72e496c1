/**
 * Those who play in a simulated world: Cerebro, the rules that it is compared with, and an oracle.
 *
 * <p>In: envelopes. Out: effects at the {@link co.litper.cerebro.simulator.Desk}. Entry: {@link
 * co.litper.cerebro.simulator.player.Players}.
 */
@NullMarked
package co.litper.cerebro.simulator.player;

import org.jspecify.annotations.NullMarked;
