/**
 * Decisions: the list, and each one as a readable receipt: why this, what else was considered, what would have changed it.
 *
 * <p>In: the read tables and receipts. Out: pages ({@link co.litper.cerebro.server.face.decisions.DecisionPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.decisions;

import org.jspecify.annotations.NullMarked;
