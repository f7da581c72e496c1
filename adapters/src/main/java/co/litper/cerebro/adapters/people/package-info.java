/**
 * People's data and dead letters as rows that are sealed, whichever database of SQL keeps them: who must not be read from a copy of
 * the tables is encrypted under a key of their own, which lies in the row, wrapped by a master key that lies elsewhere.
 *
 * <p>In: a {@link co.litper.cerebro.adapters.people.MasterKey} and a database's {@link
 * co.litper.cerebro.adapters.people.PeopleTables}. Out: the ports of the vault and of the dead letters, the same bytes in each
 * database, so that rows can be moved from one to another as they are.
 */
@NullMarked
package co.litper.cerebro.adapters.people;

import org.jspecify.annotations.NullMarked;
