package co.litper.cerebro.learners.uplift;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.Arrays;
import java.util.List;

/**
 * What was tried on whom. The arrays are not copied and must not change.
 *
 * @param rows of equal length, NaN is missing; at least {@link #LEAST_ROWS}
 * @param treated whether each was
 * @param outcomes finite
 * @param propensities chance that each had of being treated, from {@link #LEAST_PROPENSITY} to 1 less that: with other rows
 *     nothing can be compared
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UpliftRows(List<double[]> rows, boolean[] treated, double[] outcomes, double[] propensities) {
    /** Rows at least: below, cross-fitting leaves too few to fit to. */
    public static final int LEAST_ROWS = 100;

    /** Chance of either at least. */
    public static final double LEAST_PROPENSITY = 0.01;

    public UpliftRows {
        rows = List.copyOf(rows);
        int n = rows.size();
        if (n < LEAST_ROWS || treated.length != n || outcomes.length != n || propensities.length != n) {
            throw new BadSampleException("rows must be at least " + LEAST_ROWS + " and as many as the rest, are " + n
                    + ", " + treated.length + ", " + outcomes.length + ", " + propensities.length);
        }
        int width = rows.getFirst().length;
        for (int i = 0; i < n; i++) {
            if (rows.get(i).length != width
                    || !(Math.abs(outcomes[i]) <= Double.MAX_VALUE)
                    || !(propensities[i] >= LEAST_PROPENSITY && propensities[i] <= 1 - LEAST_PROPENSITY)) {
                throw new BadSampleException(
                        "row " + i + " has " + rows.get(i).length + " values, outcome " + outcomes[i] + ", propensity "
                                + propensities[i] + ". Maybe leave out rows that could only be treated one way.");
            }
        }
    }

    /** Of a trial in which each had the same chance. */
    public static UpliftRows ofTrial(List<double[]> rows, boolean[] treated, double[] outcomes, double chance) {
        double[] propensities = new double[rows.size()];
        Arrays.fill(propensities, chance);
        return new UpliftRows(rows, treated, outcomes, propensities);
    }

    int size() {
        return treated.length;
    }
}
