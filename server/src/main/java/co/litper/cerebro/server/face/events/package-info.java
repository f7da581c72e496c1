/**
 * Events: what may be told and by which contract, whether feeds speak, what was refused and how to repair it, and effects whose fate
 * nobody knows.
 *
 * <p>In: contracts, the end of the log, dead letters, the read tables. Out: pages ({@link
 * co.litper.cerebro.server.face.events.EventPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.events;

import org.jspecify.annotations.NullMarked;
