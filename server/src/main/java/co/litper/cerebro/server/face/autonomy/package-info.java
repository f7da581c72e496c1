/**
 * Autonomy: how far each action may go by itself, by which evidence, and the brake.
 *
 * <p>In: settings and the newest snapshot. Out: pages ({@link co.litper.cerebro.server.face.autonomy.AutonomyPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.autonomy;

import org.jspecify.annotations.NullMarked;
