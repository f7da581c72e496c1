/**
 * Tree ensembles that no longer grow, scored from flat arrays.
 *
 * <p>In: a {@link co.litper.cerebro.learners.tree.flat.TreeModel}, which our own tree learners and adapters of others make. Out:
 * {@link co.litper.cerebro.learners.tree.flat.FlatTrees}, immutable, which any thread may ask.
 */
@NullMarked
package co.litper.cerebro.learners.tree.flat;

import org.jspecify.annotations.NullMarked;
