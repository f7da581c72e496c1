/**
 * Slow thinking with Claude, through the official SDK.
 *
 * <p>In: a {@link co.litper.cerebro.decision.Dilemma}, an {@link co.litper.cerebro.decision.Evidence} to look things up in, a
 * key. Out: a {@link co.litper.cerebro.decision.Thought}: one of the actions that were offered, or how the thought failed;
 * never a word of the model.
 *
 * <p>No word that a customer, a carrier or a file wrote takes part in a decision. That holds by type: a dilemma and a finding
 * have no text in them, and the two codes that may have been made of what somebody wrote, of carriers and of cities, are turned
 * into names by {@link co.litper.cerebro.adapters.claude.Names}, which knows its own alone.
 */
@NullMarked
package co.litper.cerebro.adapters.claude;

import org.jspecify.annotations.NullMarked;
