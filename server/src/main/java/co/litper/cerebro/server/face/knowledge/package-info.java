/**
 * The page of what is known: questions with their answers, what is remembered, and the graph drawn around them. In: the question desk,
 * the memory and the knowledge graph. Out: pages.
 */
@NullMarked
package co.litper.cerebro.server.face.knowledge;

import org.jspecify.annotations.NullMarked;
