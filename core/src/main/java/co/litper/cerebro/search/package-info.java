/**
 * Finding text by its words and by its sense: the port {@link co.litper.cerebro.search.Embedder} with a default that needs no
 * download, and the port {@link co.litper.cerebro.search.SearchIndex} with a default in memory.
 *
 * <p>In: texts without personal data, each with its owner. Out: those nearest to a question, with the scores that say why.
 * What is indexed is derived: it can be dropped and made again from the log.
 */
@NullMarked
package co.litper.cerebro.search;

import org.jspecify.annotations.NullMarked;
