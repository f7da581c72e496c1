/**
 * Messages to customers in words: texts with places for what differs, which people edit, every version kept.
 *
 * <p>In: texts by action, people. Out: what a channel sends ({@link co.litper.cerebro.server.message.MessageTemplates}).
 */
@NullMarked
package co.litper.cerebro.server.message;

import org.jspecify.annotations.NullMarked;
