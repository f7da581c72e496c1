/**
 * Where one begins: an export is dropped, read before one's eyes, and looked back upon.
 *
 * <p>In: imports on their way, the read tables. Out: pages ({@link co.litper.cerebro.server.face.start.StartPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.start;

import org.jspecify.annotations.NullMarked;
