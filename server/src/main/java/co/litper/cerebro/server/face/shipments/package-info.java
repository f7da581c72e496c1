/**
 * Shipments: found by what people write, each with its whole story and every decision about it in words; acted upon by hand.
 *
 * <p>In: the read tables, the log, the vault. Out: pages ({@link co.litper.cerebro.server.face.shipments.ShipmentPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.shipments;

import org.jspecify.annotations.NullMarked;
