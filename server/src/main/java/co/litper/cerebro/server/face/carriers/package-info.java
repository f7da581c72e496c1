/**
 * Carriers: how each does, over all and by city, with intervals.
 *
 * <p>In: the read tables. Out: pages ({@link co.litper.cerebro.server.face.carriers.CarrierPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.carriers;

import org.jspecify.annotations.NullMarked;
