package co.litper.cerebro.model;

import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.learners.calibrate.Calibration;
import co.litper.cerebro.learners.linear.LinearModel;

/**
 * Probability of one bad thing: log-odds of its rate on the lane, corrected by a linear model, calibrated. Immutable.
 *
 * @param base the feature whose log-odds are the starting point
 */
record RiskModel(Feature base, LinearModel linear, Calibration calibration) {

    double probability(float[] input, FeatureRow row) {
        return calibration.probability(row.get(base) + linear.score(input));
    }

    /** As {@link #probability}, the score taken at its word. */
    double uncalibrated(float[] input, FeatureRow row) {
        return LinearModel.probability(row.get(base) + linear.score(input));
    }

    /** What column {@code i} adds to the log-odds compared with an average shipment. */
    double contribution(float[] input, FeatureRow row, int i) {
        double own = linear.contribution(input, i);
        return i == base.ordinal() ? own + row.get(base) - linear.mean(i) : own;
    }
}
