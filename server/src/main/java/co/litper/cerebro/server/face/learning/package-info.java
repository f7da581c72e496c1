/**
 * Learning: what decisions earn week by week, what chance draws with which probability, whether forecasts mean what they say, what
 * all of it is worth, and how settings improve.
 *
 * <p>In: the read tables, the end of the log, settings. Out: pages ({@link co.litper.cerebro.server.face.learning.LearningPages}).
 */
@NullMarked
package co.litper.cerebro.server.face.learning;

import org.jspecify.annotations.NullMarked;
