package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.offpolicy.Cholesky;
import java.util.List;

/** Ridge regression of some rows of a log; their squares are summed once. O(rows × columns² + columns³), then a round less. */
final class RidgeFitting implements Fitting {
    /** Evidence that an intercept is 0: just enough that one row is no division by zero. */
    private static final double INTERCEPT_STRENGTH = 1e-6;

    private final List<Transition> log;
    private final int[] rows;
    private final Columns columns;
    /** [n × n] row-major, lower triangle, with the ridge. */
    private final double[] squares;

    private final double[] row;

    RidgeFitting(List<Transition> log, int[] rows, Columns columns, double strength) {
        this.log = log;
        this.rows = rows;
        this.columns = columns;
        int n = columns.count() + 1;
        this.row = new double[n];
        this.squares = new double[n * n];
        for (int at : rows) {
            fill(at);
            for (int i = 0; i < n; i++) {
                double x = log.get(at).weight() * row[i];
                for (int j = 0; j <= i && x != 0; j++) {
                    squares[i * n + j] += x * row[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            squares[i * n + i] += i == n - 1 ? INTERCEPT_STRENGTH : strength;
        }
    }

    @Override
    public RidgeModel fit(double[] targets) {
        int n = row.length;
        double[] products = new double[n];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int at : rows) {
            fill(at);
            double y = log.get(at).weight() * targets[at];
            for (int i = 0; i < n; i++) {
                products[i] += row[i] * y;
            }
            low = Math.min(low, targets[at]);
            high = Math.max(high, targets[at]);
        }
        return new RidgeModel(columns, Cholesky.solve(squares.clone(), products, n), low, high);
    }

    private void fill(int at) {
        float[] features = log.get(at).features();
        for (int c = 0; c < row.length - 1; c++) {
            row[c] = columns.value(features, c);
        }
        row[row.length - 1] = 1;
    }
}
