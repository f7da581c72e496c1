/**
 * Reads what customers write, in the Spanish of Colombia, with a small model of our own: what is wanted, in which mood, which
 * time of day is named, whether an address is in it.
 *
 * <p>In: a customer's words, which go no further than the vault. Out: {@link co.litper.cerebro.message.Reading}: words of closed
 * vocabularies and numbers, which may stand in events.
 */
@NullMarked
package co.litper.cerebro.message;

import org.jspecify.annotations.NullMarked;
