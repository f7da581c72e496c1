/** Tests of search on disk: the contract suite, and what only a folder can suffer. */
@NullMarked
package co.litper.cerebro.adapters.lucene;

import org.jspecify.annotations.NullMarked;
