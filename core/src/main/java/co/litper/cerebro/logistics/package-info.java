/**
 * Parcels, customers, carriers and cities: what carriers and files write becomes canonical values, and events become
 * state.
 *
 * <p>In: raw texts (statuses, novedades, names of carriers and cities), moments, and events. Out: canonical values as
 * cases of sealed results, in which the unknown stays what it was; the state of parcels and customers; when a customer
 * may be contacted and by when a novedad must be answered. Dictionaries are pure and thread-safe; state is owned by one
 * thread.
 */
@NullMarked
package co.litper.cerebro.logistics;

import org.jspecify.annotations.NullMarked;
