/**
 * The system: what runs, who may sign in, who did what.
 *
 * <p>In: users and the audit trail. Out: pages ({@link co.litper.cerebro.server.face.system.SystemPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.system;

import org.jspecify.annotations.NullMarked;
