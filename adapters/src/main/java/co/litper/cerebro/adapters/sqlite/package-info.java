/**
 * The store of one process: log, state, people and dead letters in SQLite files, with nothing to install.
 *
 * <p>In: a folder. Out: {@link co.litper.cerebro.adapters.sqlite.SqliteStore}, which hands out the ports. Three files, each
 * with its own write lock, so that none waits for another:
 *
 * <ul>
 *   <li>{@code journal.db}: entries and snapshots, the truth; every commit is synced.
 *   <li>{@code people.db}: the vault and the dead letters, encrypted; every commit is synced. Apart from the journal because
 *       an import writes many people at once, and because erasing rewrites the whole file, which the journal is too large
 *       for.
 *   <li>{@code state.db}: checkpoints of derived state; may be deleted at any time.
 * </ul>
 *
 * <p>Beside them {@code vault.key}, without which people and dead letters cannot be read, and {@code writer.lock}.
 */
@NullMarked
package co.litper.cerebro.adapters.sqlite;

import org.jspecify.annotations.NullMarked;
