/**
 * The rescue desk: open novedades by time left and value at risk, what the brain proposes, whom to call and what to say, the
 * result in one click, the file of answers for the platform.
 *
 * <p>In: the worklist. Out: pages ({@link co.litper.cerebro.server.face.rescue.RescuePages}).
 */
@NullMarked
package co.litper.cerebro.server.face.rescue;

import org.jspecify.annotations.NullMarked;
