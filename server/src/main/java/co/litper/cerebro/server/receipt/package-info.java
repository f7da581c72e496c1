/**
 * Receipts of decisions, read back from the log.
 *
 * <p>In: the log. Out: {@link co.litper.cerebro.server.receipt.Receipts}: decisions by id, the events that asked for them,
 * what came of them, and the rescue rates that were believed.
 */
@NullMarked
package co.litper.cerebro.server.receipt;

import org.jspecify.annotations.NullMarked;
