package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.List;

/**
 * What a linear model sees of a row: each feature in deviations from its mean over a log, cut at {@link #FARTHEST}, and if wanted
 * the products of any two. A feature that never varied is 0. Immutable.
 */
final class Columns {
    /** Columns at most: their matrix of squares takes 32 MiB. */
    static final int MOST = 2_048;
    /** Deviations from the mean at most. */
    private static final double FARTHEST = 8;

    private final double[] means;
    private final double[] inverseDeviations;
    /** Second factor of each column; −1 for a feature alone. */
    private final int[] left;

    private final int[] right;

    private Columns(double[] means, double[] inverseDeviations, boolean crossed) {
        this.means = means;
        this.inverseDeviations = inverseDeviations;
        int d = means.length;
        int count = count(d, crossed);
        left = new int[count];
        right = new int[count];
        int c = 0;
        for (int i = 0; i < d; i++, c++) {
            left[c] = i;
            right[c] = -1;
        }
        for (int i = 0; i < d && crossed; i++) {
            for (int j = i; j < d; j++, c++) {
                left[c] = i;
                right[c] = j;
            }
        }
    }

    /** Columns of {@code width} features. */
    static int count(int width, boolean crossed) {
        long count = width + (crossed ? (long) width * (width + 1) / 2 : 0);
        return (int) Math.min(Integer.MAX_VALUE, count);
    }

    /** Scaled by the situations of a log, each by its weight. */
    static Columns of(List<Transition> log, int width, boolean crossed) {
        double[] means = new double[width];
        double[] squares = new double[width];
        double seen = 0;
        for (Transition t : log) {
            seen += t.weight();
            for (int i = 0; i < width; i++) {
                double off = t.features()[i] - means[i];
                means[i] += off * t.weight() / seen;
                squares[i] += t.weight() * off * (t.features()[i] - means[i]);
            }
        }
        for (int i = 0; i < width; i++) {
            double deviation = Math.sqrt(squares[i] / seen);
            squares[i] = deviation > 0 ? 1 / deviation : 0;
        }
        return new Columns(means, squares, crossed);
    }

    int count() {
        return left.length;
    }

    double value(float[] row, int column) {
        double value = scaled(row, left[column]);
        return right[column] < 0 ? value : value * scaled(row, right[column]);
    }

    private double scaled(float[] row, int i) {
        return Math.clamp((row[i] - means[i]) * inverseDeviations[i], -FARTHEST, FARTHEST);
    }

    void write(SnapshotWriter out) {
        out.int32(count() > means.length ? 1 : 0).doubles(means).doubles(inverseDeviations);
    }

    static Columns read(SnapshotReader in, int width) {
        boolean crossed = in.int32() == 1;
        double[] means = in.doubles();
        double[] inverseDeviations = in.doubles();
        if (means.length != width || inverseDeviations.length != width || count(width, crossed) > MOST) {
            throw new SnapshotException("snapshot scales " + means.length + " features where there are " + width);
        }
        return new Columns(means, inverseDeviations, crossed);
    }
}
