/**
 * What came in becomes a situation: which questions an event asks, and all that is known to answer them.
 *
 * <p>In: state after the fold, the snapshot in force. Out: {@link co.litper.cerebro.decision.Situation}.
 */
@NullMarked
package co.litper.cerebro.sense;

import org.jspecify.annotations.NullMarked;
