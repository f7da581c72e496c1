package co.litper.cerebro.learners.calibrate;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.linear.LinearModel;

/** Fits a Platt curve by Newton's steps on the weighted log-loss with a little ridge; O(rows × steps). */
final class PlattFit {
    private static final int MOST_STEPS = 30;
    private static final double ENOUGH = 1e-9;
    /** Pull of the slope towards 1 and the shift towards 0, as so many rows. */
    private static final double RIDGE = 0.1;
    /** Slope at least: a curve must rise. */
    private static final double LEAST_SLOPE = 1e-3;
    /** A Newton step in either at most, so that the first ones do not run off. */
    private static final double MOST_STEP = 2;

    private PlattFit() {}

    static Calibration.Platt fit(double[] logOdds, boolean[] positive, double[] weights) {
        requireBothKinds(positive);
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradientSlope = RIDGE * (slope - 1);
            double gradientShift = RIDGE * shift;
            double slopes = RIDGE;
            double both = 0;
            double shifts = RIDGE;
            for (int i = 0; i < logOdds.length; i++) {
                double p = LinearModel.probability(slope * logOdds[i] + shift);
                double off = weights[i] * (p - (positive[i] ? 1 : 0));
                double curvature = weights[i] * p * (1 - p);
                gradientSlope += off * logOdds[i];
                gradientShift += off;
                slopes += curvature * logOdds[i] * logOdds[i];
                both += curvature * logOdds[i];
                shifts += curvature;
            }
            double determinant = Math.max(Double.MIN_NORMAL, slopes * shifts - both * both);
            double bySlope = bounded((shifts * gradientSlope - both * gradientShift) / determinant);
            double byShift = bounded((slopes * gradientShift - both * gradientSlope) / determinant);
            slope = Math.max(LEAST_SLOPE, slope - bySlope);
            shift -= byShift;
            if (Math.abs(bySlope) + Math.abs(byShift) < ENOUGH) {
                break;
            }
        }
        return new Calibration.Platt(slope, shift);
    }

    private static double bounded(double step) {
        return Math.max(-MOST_STEP, Math.min(MOST_STEP, step));
    }

    private static void requireBothKinds(boolean[] positive) {
        for (boolean p : positive) {
            if (p != positive[0]) {
                return;
            }
        }
        throw new BadSampleException("labels are all alike, and say nothing of what scores mean");
    }
}
