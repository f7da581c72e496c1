/**
 * What pages and lists are read from: query tables in a file of their own, which a projector fills by following the log, so
 * that an answer costs the same with a thousand shipments and with a million.
 *
 * <p>In: the log, the state behind it, and the vault's index of names. Out: {@link co.litper.cerebro.server.read.ReadSide}
 * with its questions. Nothing here decides, and all of it can be dropped and made again.
 */
@NullMarked
package co.litper.cerebro.server.read;

import org.jspecify.annotations.NullMarked;
