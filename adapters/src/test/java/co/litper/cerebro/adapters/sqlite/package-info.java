/** Tests of the SQLite store: the contract suites, and what only a store on disk can suffer. */
@NullMarked
package co.litper.cerebro.adapters.sqlite;

import org.jspecify.annotations.NullMarked;
