/**
 * Ways into the world: a log, a file of JSON lines, a webhook, WhatsApp by a platform, e-mail, the team's list of calls.
 *
 * <p>In: effects as {@link co.litper.cerebro.act.Dispatch}, without personal data; who must reach a person looks them up. Out: what
 * became of the hand-over.
 */
@NullMarked
package co.litper.cerebro.adapters.channel;

import org.jspecify.annotations.NullMarked;
