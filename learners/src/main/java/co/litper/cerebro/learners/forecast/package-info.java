/**
 * Tells how a series of numbers goes on.
 *
 * <p>In: values at equal distances, the oldest first, and the length of their season. Out: a {@link
 * co.litper.cerebro.learners.forecast.Forecast} with intervals. {@link co.litper.cerebro.learners.forecast.SkilledForecaster} is the entry;
 * demand with many zeros has {@link co.litper.cerebro.learners.forecast.Intermittent}, days that are not like others {@link
 * co.litper.cerebro.learners.forecast.SpecialDays}.
 */
@NullMarked
package co.litper.cerebro.learners.forecast;

import org.jspecify.annotations.NullMarked;
