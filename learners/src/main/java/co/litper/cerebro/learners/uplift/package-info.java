/**
 * What an action does, and to whom: average, heterogeneous and group effects with intervals, from trials and from logs whose
 * propensities are known.
 *
 * <p>In: rows, whether each was treated, with what chance, and what came of it. Out:
 * {@link co.litper.cerebro.learners.uplift.UpliftReport}, in which nothing is judged by rows that it was learned from.
 */
@NullMarked
package co.litper.cerebro.learners.uplift;

import org.jspecify.annotations.NullMarked;
