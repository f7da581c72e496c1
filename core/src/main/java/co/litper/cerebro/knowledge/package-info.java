/**
 * What is known of customers, orders, guides, cities, carriers, novedades and their answers, as a bi-temporal graph.
 *
 * <p>In: the log's entries, by {@link co.litper.cerebro.knowledge.GraphProjection}, one merchant's at a time. Out: {@link
 * co.litper.cerebro.knowledge.KnowledgeGraph}: neighbours, paths, counts by pattern and aggregated edges, each as it was
 * known at any recorded time of any valid time. Nothing here guesses: an edge names the log position that told it.
 */
@NullMarked
package co.litper.cerebro.knowledge;

import org.jspecify.annotations.NullMarked;
