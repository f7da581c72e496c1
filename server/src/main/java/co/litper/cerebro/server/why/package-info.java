/**
 * Why a decision fell as it did: a look-up in its receipt, told in at most {@value
 * co.litper.cerebro.server.why.WhyPage#MOST_LINES} lines.
 *
 * <p>In: a decision's label, a guide or an order; the log and the state. Out: {@link
 * co.litper.cerebro.server.why.Explanation}, as terminal lines or JSON.
 */
@NullMarked
package co.litper.cerebro.server.why;

import org.jspecify.annotations.NullMarked;
