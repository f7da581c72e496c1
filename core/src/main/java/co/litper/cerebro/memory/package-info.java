/**
 * What the brain remembers: the last day wholly, what mattered for long, and facts distilled from many episodes.
 *
 * <p>In: {@link co.litper.cerebro.memory.Episode}s, one for each decision whose outcome is known, in the order of the log. Out: what
 * is like a question, best first, each memory with the log positions that it rests on. Derived: a memory that is lost is made again
 * from the log, to the same bytes. Start with {@link co.litper.cerebro.memory.Memories}.
 */
@NullMarked
package co.litper.cerebro.memory;

import org.jspecify.annotations.NullMarked;
