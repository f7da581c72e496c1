/**
 * Tells effects from chance: tests, intervals, intervals that may be looked at any time, and who gets which variant.
 *
 * <p>In: samples, counts, or one observation at a time. Out: {@link co.litper.cerebro.learners.inference.Effect}, p-values and
 * bounds; {@link co.litper.cerebro.learners.inference.Allocation} gives a unit its variant. Distribution functions come from Apache
 * Commons Statistics.
 */
@NullMarked
package co.litper.cerebro.learners.inference;

import org.jspecify.annotations.NullMarked;
