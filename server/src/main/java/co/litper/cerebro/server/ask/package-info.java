/**
 * Questions asked and answers told, for people in both languages and for programs.
 *
 * <p>In: {@link co.litper.cerebro.knowledge.ask.Answer}. Out: lines for a terminal, or JSON.
 */
@NullMarked
package co.litper.cerebro.server.ask;

import org.jspecify.annotations.NullMarked;
