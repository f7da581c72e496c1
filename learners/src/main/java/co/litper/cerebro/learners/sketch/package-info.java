/**
 * Bounded pictures of a stream's distribution, and how far two of them are apart.
 *
 * <p>In: numbers, or counts of categories. Out: {@link co.litper.cerebro.learners.sketch.SampleSketch} and the distances of
 * {@link co.litper.cerebro.learners.sketch.Shift}; {@code inference.ManyTests} corrects the p-values of many features.
 */
@NullMarked
package co.litper.cerebro.learners.sketch;

import org.jspecify.annotations.NullMarked;
