/**
 * A world that the product lives in for people to look at: it feeds a real installation under a simulated clock, takes its
 * effects, and goes on until it is closed, beside a twin of the same demand under the best static policy.
 *
 * <p>In: a plan, the loop of an installation, and what people order: another speed, a broken carrier. Out: events into the
 * loop, and a {@link co.litper.cerebro.server.livedemo.DemoStanding} for screens.
 */
@NullMarked
package co.litper.cerebro.server.livedemo;

import org.jspecify.annotations.NullMarked;
