/**
 * The day's work: open novedades by what waiting costs, each with a proposed answer, its reason and a call script; and the
 * answers as a file for the carrier's platform.
 *
 * <p>In: the state, the log, the vault, deadlines, the time. Out: {@link co.litper.cerebro.server.worklist.Worklist}, as
 * terminal lines, .xlsx, .csv or JSON.
 */
@NullMarked
package co.litper.cerebro.server.worklist;

import org.jspecify.annotations.NullMarked;
