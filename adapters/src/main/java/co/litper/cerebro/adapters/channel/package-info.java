/**
 * Ways into the world that need nothing installed: a log, a file of JSON lines, a webhook.
 *
 * <p>In: effects as {@link co.litper.cerebro.act.Dispatch}, without personal data. Out: what became of the hand-over.
 */
@NullMarked
package co.litper.cerebro.adapters.channel;

import org.jspecify.annotations.NullMarked;
