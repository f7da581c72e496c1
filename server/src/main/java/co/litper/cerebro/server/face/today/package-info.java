/**
 * The first page: how the day stands, what happens, what waits.
 *
 * <p>In: state and log of the installation. Out: pages ({@link co.litper.cerebro.server.face.today.TodayPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.today;

import org.jspecify.annotations.NullMarked;
