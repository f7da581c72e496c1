/**
 * Finds what is out of the ordinary in a stream of numbers, one pass, without labels.
 *
 * <p>In: readings with their times ({@link co.litper.cerebro.learners.anomaly.SeriesDetector}), or points of several numbers ({@link
 * co.litper.cerebro.learners.anomaly.RandomCutForest}). Out: an {@link co.litper.cerebro.learners.anomaly.Anomaly} with a calibrated
 * score, the vote, the range that was expected, and what spoke for it; or a score with the share of each coordinate.
 */
@NullMarked
package co.litper.cerebro.learners.anomaly;

import org.jspecify.annotations.NullMarked;
