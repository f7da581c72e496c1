/**
 * Time, chance and ids: the only way the brain learns what time it is or draws a random number.
 *
 * <p>In: nothing. Out: {@link co.litper.cerebro.world.Clock}, {@link co.litper.cerebro.world.Draws}, hashes.
 */
@NullMarked
package co.litper.cerebro.world;

import org.jspecify.annotations.NullMarked;
