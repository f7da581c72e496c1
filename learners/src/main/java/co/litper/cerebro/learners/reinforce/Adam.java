package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Steps down a gradient, each parameter by its own moments: D. Kingma and J. Ba, "Adam", ICLR 2015, with the norm of the gradient cut (R.
 * Pascanu, T. Mikolov and Y. Bengio, ICML 2013). O(parameters), allocates nothing.
 */
final class Adam {
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double OFFSET = 1e-8;
    private static final double MOST_NORM = 10;

    private final double step;
    private final double[] means;
    private final double[] squares;
    private long steps;

    Adam(int parameters, double step) {
        this.step = step;
        means = new double[parameters];
        squares = new double[parameters];
    }

    /** Moves parameters against their gradient divided by {@code rows}, and empties the gradient. */
    void step(Network network, int rows) {
        double[] gradient = network.gradient();
        double[] parameters = network.parameters();
        double norm = 0;
        for (double g : gradient) {
            norm += g * g;
        }
        norm = Math.sqrt(norm) / rows;
        double factor = (norm > MOST_NORM ? MOST_NORM / norm : 1) / rows;
        steps++;
        double first = 1 - Math.pow(FIRST_DECAY, steps);
        double second = 1 - Math.pow(SECOND_DECAY, steps);
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i] * factor;
            means[i] += (1 - FIRST_DECAY) * (g - means[i]);
            squares[i] += (1 - SECOND_DECAY) * (g * g - squares[i]);
            parameters[i] -= step * (means[i] / first) / (Math.sqrt(squares[i] / second) + OFFSET);
        }
        Arrays.fill(gradient, 0);
    }

    void write(SnapshotWriter out) {
        out.int64(steps).doubles(means).doubles(squares);
    }

    void read(SnapshotReader in) {
        steps = in.int64();
        if (in.doublesInto(means) != means.length || in.doublesInto(squares) != squares.length) {
            throw new SnapshotException("snapshot has fewer moments than the " + means.length + " parameters");
        }
    }
}
