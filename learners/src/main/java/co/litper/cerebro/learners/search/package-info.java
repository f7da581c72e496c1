/**
 * Search for the settings with the least loss, one trial after another: by chance, by density ratios (TPE) or by expected
 * improvement under a Gaussian process, with trials given up early.
 *
 * <p>In: a {@link co.litper.cerebro.learners.search.SearchSpace} and the losses of trials. Out: the next point to try, from
 * {@link co.litper.cerebro.learners.search.Search}, whose whole state is bytes.
 */
@NullMarked
package co.litper.cerebro.learners.search;

import org.jspecify.annotations.NullMarked;
