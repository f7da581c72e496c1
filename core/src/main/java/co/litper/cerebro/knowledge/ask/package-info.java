/**
 * Answers questions about shipments by testing hypotheses on what happened, with no language model in the way.
 *
 * <p>In: a question in Spanish, a {@link co.litper.cerebro.knowledge.ask.CaseTable} of shipments, the {@link
 * co.litper.cerebro.knowledge.KnowledgeGraph} of what answered novedades. Out: an {@link
 * co.litper.cerebro.knowledge.ask.Answer}, a chain of steps with numbers, intervals and what was controlled, or the reason
 * why the data cannot tell. Its words are chosen elsewhere; its numbers come from here only.
 */
@NullMarked
package co.litper.cerebro.knowledge.ask;

import org.jspecify.annotations.NullMarked;
