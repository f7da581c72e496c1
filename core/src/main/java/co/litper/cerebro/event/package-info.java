/**
 * The sealed catalogue of everything that can happen: one sub-interface a family, its records nested in it.
 *
 * <p>In: {@code vocabulary}. Out: {@link co.litper.cerebro.event.Event} and {@link co.litper.cerebro.event.EventType},
 * which names each on the wire. Raw words of a source stand beside the canonical ones, so that a better dictionary can
 * read history again. No record holds a name, a phone, an address or free text of a person: those stand in the vault,
 * and a {@link co.litper.cerebro.vocabulary.PersonRef} points there.
 */
@NullMarked
package co.litper.cerebro.event;

import org.jspecify.annotations.NullMarked;
