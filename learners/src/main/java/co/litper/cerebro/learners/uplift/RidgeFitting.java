package co.litper.cerebro.learners.uplift;

import co.litper.cerebro.learners.offpolicy.Cholesky;
import java.util.List;

/**
 * Least squares with an L2 penalty on the values of a row, their squares and, of few values, their products, all centred and
 * scaled. A missing value counts as the mean. O(rows × terms² + terms³).
 *
 * @param ridge penalty, as so many rows, above 0
 */
public record RidgeFitting(double ridge) implements Fitting {
    /** One row's worth of penalty. */
    public static final RidgeFitting DEFAULT = new RidgeFitting(1);

    public RidgeFitting {
        if (!(ridge > 0 && ridge <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("ridge must be above 0, is " + ridge);
        }
    }

    @Override
    public Surface fit(List<double[]> rows, double[] targets, double[] weights) {
        Terms terms = Terms.of(rows, weights);
        int k = terms.count();
        double[] gram = new double[k * k];
        double[] moment = new double[k];
        for (int i = 0; i < targets.length; i++) {
            double[] x = terms.of(rows.get(i));
            for (int a = 0; a < k; a++) {
                double weighted = weights[i] * x[a];
                moment[a] += weighted * targets[i];
                for (int b = 0; b <= a; b++) {
                    gram[a * k + b] += weighted * x[b];
                }
            }
        }
        for (int a = 1; a < k; a++) {
            gram[a * k + a] += ridge;
        }
        double[] solved = Cholesky.solve(gram, moment, k);
        return row -> {
            double[] x = terms.of(row);
            double sum = 0;
            for (int a = 0; a < k; a++) {
                sum += solved[a] * x[a];
            }
            return sum;
        };
    }
}
