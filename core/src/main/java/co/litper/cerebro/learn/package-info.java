/**
 * Outcomes meet decisions, days later: the ledger of open decisions, what an outcome is worth, and the learner that takes
 * matured ones in.
 *
 * <p>In: changes of parcels and ticks. Out: {@code feedback.received} events and, now and then, a snapshot.
 */
@NullMarked
package co.litper.cerebro.learn;

import org.jspecify.annotations.NullMarked;
