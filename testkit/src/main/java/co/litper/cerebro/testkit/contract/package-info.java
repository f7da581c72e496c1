/**
 * What each port promises, as suites that every implementation runs: extend one, say how to open the store in a folder,
 * and whether it survives being closed.
 *
 * <p>In: a way to open the store. Out: tests. A durable store is closed and opened again in the midst of most of them; one
 * in memory must come back empty.
 */
@NullMarked
package co.litper.cerebro.testkit.contract;

import org.jspecify.annotations.NullMarked;
