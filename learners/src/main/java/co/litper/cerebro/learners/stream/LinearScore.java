package co.litper.cerebro.learners.stream;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * A weight for each place of an encoded row, stepped against a slope: {@code w −= g ÷ ((offset + √n) ÷ rate + damping)}, where n is
 * the sum of the place's squared gradients. That is AdaGrad, and FTRL-proximal too, whose sums cancel to it where nothing pulls
 * to exactly 0. O(values present) a row, memory O(places).
 *
 * <p>Departure from both: a place's root is drawn again only when n has grown by {@value #GROWTH} times, so that a step has
 * neither root nor division and is at most a sixteenth larger than theirs.
 */
final class LinearScore {
    private static final double GROWTH = 1.125;

    private final Step step;
    /** One a place, the bias last. */
    private final double[] weights;
    /** Sums of squared gradients. */
    private final double[] squares;
    /** What {@link #squares} were when the root was drawn. */
    private final double[] rooted;
    /** Beyond which sum of squares it is drawn again. */
    private final double[] due;
    /** What a gradient is multiplied by. */
    private final double[] rates;

    private final double pull;

    /**
     * How large a step is.
     *
     * @param rate size of the first step, above 0
     * @param offset added to the root, at least 0
     * @param damping added to the divisor of all places but the bias, at least 0
     * @param pull to 0 with each step of all places but the bias, at least 0
     */
    record Step(double rate, double offset, double damping, double pull) {}

    LinearScore(int width, Step step) {
        this.step = step;
        weights = new double[width + 1];
        squares = new double[width + 1];
        rooted = new double[width + 1];
        due = new double[width + 1];
        rates = new double[width + 1];
        pull = step.pull();
    }

    int places() {
        return weights.length;
    }

    double score(RowEncoder row) {
        double[] values = row.values;
        double even = weights[weights.length - 1];
        double odd = 0;
        int j = 0;
        for (; j < values.length - 1; j += 2) {
            even += weights[j] * values[j];
            odd += weights[j + 1] * values[j + 1];
        }
        if (j < values.length) {
            odd += weights[j] * values[j];
        }
        for (int k = 0; k < row.present(); k++) {
            even += weights[row.places[k]];
        }
        return even + odd;
    }

    /** Steps by the loss's derivative at the row's score, times the row's weight. */
    void step(RowEncoder row, double slope) {
        double[] values = row.values;
        for (int j = 0; j < values.length; j++) {
            move(j, slope * values[j] + pull * weights[j]);
        }
        for (int k = 0; k < row.present(); k++) {
            int i = row.places[k];
            move(i, slope + pull * weights[i]);
        }
        move(weights.length - 1, slope);
    }

    private void move(int i, double gradient) {
        double n = squares[i] + gradient * gradient;
        squares[i] = n;
        if (n > due[i]) {
            rooted[i] = n;
            draw(i);
        }
        weights[i] -= rates[i] * gradient;
    }

    private void draw(int i) {
        double damping = i == weights.length - 1 ? 0 : step.damping();
        rates[i] = 1 / ((step.offset() + Math.sqrt(rooted[i])) / step.rate() + damping);
        due[i] = rooted[i] * GROWTH;
    }

    /** Begins from weights and sums of squared gradients, as many as places. */
    void resume(double[] from, double[] squared) {
        System.arraycopy(from, 0, weights, 0, weights.length);
        System.arraycopy(squared, 0, squares, 0, weights.length);
        System.arraycopy(squared, 0, rooted, 0, weights.length);
        drawAll();
    }

    private void drawAll() {
        for (int i = 0; i < weights.length; i++) {
            draw(i);
        }
    }

    void write(SnapshotWriter out) {
        out.doubles(weights).doubles(squares).doubles(rooted);
    }

    void read(SnapshotReader in) {
        for (double[] part : new double[][] {weights, squares, rooted}) {
            if (in.doublesInto(part) != part.length) {
                throw new SnapshotException("snapshot has weights of too few places, the schema has " + part.length);
            }
        }
        drawAll();
    }
}
