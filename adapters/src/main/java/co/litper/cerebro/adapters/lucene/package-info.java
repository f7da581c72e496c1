/**
 * Search on disk with Apache Lucene: Spanish analysis with a list of synonyms, BM25 and a graph of vectors, blended. In:
 * documents and the position of the log that they come from. Out: hits. The folder is derived: where it is damaged, or made by
 * another embedder, it is made again from the log.
 */
@NullMarked
package co.litper.cerebro.adapters.lucene;

import org.jspecify.annotations.NullMarked;
