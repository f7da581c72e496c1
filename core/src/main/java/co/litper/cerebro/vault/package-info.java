/**
 * People's data: the only place where names, phones, addresses and free text live.
 *
 * <p>In: personal data at ingest. Out: a {@link co.litper.cerebro.vocabulary.PersonRef} for events and receipts, and the
 * data again where a person must be called. State never derives from it, so that erasing a customer changes no decision.
 */
@NullMarked
package co.litper.cerebro.vault;

import org.jspecify.annotations.NullMarked;
