/**
 * Copies of a running store, proved and put back.
 *
 * <p>In: the data folder, which may be written meanwhile. Out: a folder with consistent copies and a manifest; and from it
 * a data folder again.
 */
@NullMarked
package co.litper.cerebro.server.backup;

import org.jspecify.annotations.NullMarked;
