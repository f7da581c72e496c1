/**
 * Messages: the texts that customers get, written by people, with every version; by which channel they leave, and when they may.
 *
 * <p>In: texts, configuration. Out: pages ({@link co.litper.cerebro.server.face.messages.MessagePages}).
 */
@NullMarked
package co.litper.cerebro.server.face.messages;

import org.jspecify.annotations.NullMarked;
