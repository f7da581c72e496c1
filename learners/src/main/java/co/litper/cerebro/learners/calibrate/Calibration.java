package co.litper.cerebro.learners.calibrate;

import co.litper.cerebro.learners.linear.LinearModel;
import java.util.Arrays;

/** A map from a score in log-odds to a calibrated probability, rising with the score. Immutable and thread-safe. */
public sealed interface Calibration {

    /** Takes the score at its word. */
    Calibration IDENTITY = new Platt(1, 0);

    /** The calibrated probability of a score, 0 to 1. */
    double probability(double logOdds);

    /**
     * A logistic curve over the log-odds (J. Platt, 1999).
     *
     * @param slope above 0; below 1 where the score is overconfident
     * @param shift log-odds added
     */
    record Platt(double slope, double shift) implements Calibration {
        public Platt {
            if (!(slope > 0) || !Double.isFinite(shift)) {
                throw new IllegalArgumentException(
                        "slope must be above 0 and shift finite, are " + slope + ", " + shift);
            }
        }

        @Override
        public double probability(double logOdds) {
            return LinearModel.probability(slope * logOdds + shift);
        }
    }

    /**
     * Straight lines between the blocks of an isotonic fit, flat beyond the ends. O(log blocks).
     *
     * @param scores rising, at least one
     * @param rates not falling, one a score
     */
    @SuppressWarnings("ArrayRecordComponent") // made once by the fit, never compared
    record Isotonic(double[] scores, double[] rates) implements Calibration {
        public Isotonic {
            if (scores.length == 0 || scores.length != rates.length) {
                throw new IllegalArgumentException(scores.length + " scores and " + rates.length + " rates");
            }
        }

        @Override
        public double probability(double logOdds) {
            int at = Arrays.binarySearch(scores, logOdds);
            if (at >= 0) {
                return rates[at];
            }
            int above = -at - 1;
            if (above == 0) {
                return rates[0];
            }
            if (above == scores.length) {
                return rates[above - 1];
            }
            double share = (logOdds - scores[above - 1]) / (scores[above] - scores[above - 1]);
            return rates[above - 1] + share * (rates[above] - rates[above - 1]);
        }
    }
}
