package co.litper.cerebro.learners.uplift;

import java.util.Arrays;
import java.util.List;

/** Surfaces of the outcome if treated and if not. */
record Outcomes(Surface ifTreated, Surface ifNot) {
    static Outcomes fit(UpliftRows data, int[] among, Fitting fitting) {
        return new Outcomes(side(data, among, true, fitting), side(data, among, false, fitting));
    }

    private static Surface side(UpliftRows data, int[] among, boolean treated, Fitting fitting) {
        int[] side =
                Arrays.stream(among).filter(i -> data.treated()[i] == treated).toArray();
        if (side.length == 0) {
            throw new IllegalArgumentException("among the rows of the other folds none is "
                    + (treated ? "treated" : "untreated") + ". Maybe the trial has only begun.");
        }
        return fit(
                data,
                side,
                Arrays.stream(side).mapToDouble(i -> data.outcomes()[i]).toArray(),
                fitting);
    }

    static Surface fit(UpliftRows data, int[] among, double[] targets, Fitting fitting) {
        List<double[]> rows = Arrays.stream(among).mapToObj(data.rows()::get).toList();
        double[] weights = new double[among.length];
        Arrays.fill(weights, 1);
        return fitting.fit(rows, targets, weights);
    }

    /** Doubly robust score: its mean is the effect if either surfaces or propensities are right. */
    double score(UpliftRows data, int i) {
        double[] row = data.rows().get(i);
        double treated = ifTreated.at(row);
        double not = ifNot.at(row);
        double chance = data.propensities()[i];
        double outcome = data.outcomes()[i];
        double correction = data.treated()[i] ? (outcome - treated) / chance : -(outcome - not) / (1 - chance);
        return treated - not + correction;
    }
}
