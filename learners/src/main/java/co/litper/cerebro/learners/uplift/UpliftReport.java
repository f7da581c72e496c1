package co.litper.cerebro.learners.uplift;

import co.litper.cerebro.learners.inference.Effect;
import java.util.List;

/**
 * What was found.
 *
 * @param average effect of treating everyone against no one
 * @param groups effects in groups of equal size, by the effect foreseen from rows of earlier folds, the lowest first
 * @param extremes of the last group against the first: whether those foreseen to gain most do gain more
 * @param foreseen of each row, by a surface that was not fitted to it
 * @param surface of the effect, the mean of the folds' surfaces, for rows to come
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UpliftReport(Effect average, List<Effect> groups, Effect extremes, double[] foreseen, Surface surface) {}
