package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * A linear function of scaled features, cut to the range of the targets that it was fitted to: beyond what was seen a line says
 * anything, and repeated backups would feed on it.
 */
final class RidgeModel implements RowModel {
    private final Columns columns;
    /** [columns + 1], intercept last. */
    private final double[] weights;

    private final double low;
    private final double high;

    RidgeModel(Columns columns, double[] weights, double low, double high) {
        this.columns = columns;
        this.weights = weights;
        this.low = low;
        this.high = high;
    }

    @Override
    public double predict(float[] row) {
        double sum = weights[weights.length - 1];
        for (int c = 0; c < weights.length - 1; c++) {
            sum += weights[c] * columns.value(row, c);
        }
        return Math.clamp(sum, low, high);
    }

    @Override
    public void write(SnapshotWriter out) {
        columns.write(out);
        out.doubles(weights).float64(low).float64(high);
    }

    static RidgeModel read(SnapshotReader in, int width) {
        Columns columns = Columns.read(in, width);
        double[] weights = in.doubles();
        double low = in.float64();
        double high = in.float64();
        if (weights.length != columns.count() + 1 || !(low <= high)) {
            throw new SnapshotException("snapshot has " + weights.length + " weights of " + columns.count()
                    + " columns, between " + low + " and " + high);
        }
        return new RidgeModel(columns, weights, low, high);
    }
}
