package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;

/**
 * A small multilayer perceptron: dense layers, rectified but for the last, which is linear. Parameters lie in one array, layer by layer, a
 * row of weights and then the bias for each unit. Forward and backward are O(parameters) and allocate nothing. One thread.
 */
final class Network {
    /** Inputs beyond are cut, so that no row makes a step that cannot be undone. */
    static final double MOST_INPUT = 10;
    /** Parameters at most: 8 MiB, and as much again for the gradient and each of Adam's moments. */
    static final int MOST_PARAMETERS = 1_000_000;

    private final int[] sizes;
    private final double[] parameters;
    private final double[] gradient;
    private final double[][] outputs;
    private final double[][] slopes;

    /** A network of units by layer, inputs first; weights by He et al. (ICCV 2015), those of the last layer a tenth. */
    Network(int[] sizes, SplitMix random) {
        this.sizes = sizes.clone();
        parameters = new double[count(sizes)];
        gradient = new double[parameters.length];
        outputs = new double[sizes.length][];
        slopes = new double[sizes.length][];
        for (int l = 0; l < sizes.length; l++) {
            outputs[l] = new double[sizes[l]];
            slopes[l] = new double[sizes[l]];
        }
        int at = 0;
        for (int l = 1; l < sizes.length; l++) {
            double spread = Math.sqrt(6.0 / sizes[l - 1]) * (l == sizes.length - 1 ? 0.1 : 1);
            for (int unit = 0; unit < sizes[l]; unit++, at++) {
                for (int i = 0; i < sizes[l - 1]; i++) {
                    parameters[at++] = spread * (2 * random.nextDouble() - 1);
                }
            }
        }
    }

    /** Layers of {@code width} inputs, some hidden layers and {@code outputs} units. */
    static int[] sizes(int width, int[] hidden, int outputs) {
        int[] sizes = new int[hidden.length + 2];
        sizes[0] = width;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = outputs;
        long count = 0;
        for (int l = 1; l < sizes.length; l++) {
            count += sizes[l] < 1 || sizes[l - 1] < 1 ? MOST_PARAMETERS + 1L : (sizes[l - 1] + 1L) * sizes[l];
        }
        if (count > MOST_PARAMETERS) {
            throw new IllegalArgumentException("a network needs layers of at least 1 unit and at most "
                    + MOST_PARAMETERS + " parameters, has " + Arrays.toString(sizes));
        }
        return sizes;
    }

    private static int count(int[] sizes) {
        int count = 0;
        for (int l = 1; l < sizes.length; l++) {
            count += (sizes[l - 1] + 1) * sizes[l];
        }
        return count;
    }

    /** The answer to {@code row}, valid until the next call. */
    double[] forward(float[] row) {
        for (int i = 0; i < row.length; i++) {
            outputs[0][i] = Math.clamp(row[i], -MOST_INPUT, MOST_INPUT);
        }
        int at = 0;
        int last = sizes.length - 1;
        for (int l = 1; l <= last; l++) {
            double[] in = outputs[l - 1];
            for (int unit = 0; unit < sizes[l]; unit++) {
                double sum = 0;
                for (int i = 0; i < in.length; i++) {
                    sum += parameters[at + i] * in[i];
                }
                sum += parameters[at + in.length];
                at += in.length + 1;
                outputs[l][unit] = l == last ? sum : Math.max(0, sum);
            }
        }
        return outputs[last];
    }

    /** Where to write the loss's slope by each output before {@link #backward}. */
    double[] outputSlopes() {
        return slopes[slopes.length - 1];
    }

    /** Adds the gradient of the row that was forward last, by the chain rule from {@link #outputSlopes}. */
    void backward() {
        int at = parameters.length;
        for (int l = sizes.length - 1; l >= 1; l--) {
            double[] in = outputs[l - 1];
            double[] inSlopes = slopes[l - 1];
            Arrays.fill(inSlopes, 0);
            at -= (in.length + 1) * sizes[l];
            for (int unit = 0, row = at; unit < sizes[l]; unit++, row += in.length + 1) {
                double slope = slopes[l][unit];
                if (slope != 0) {
                    for (int i = 0; i < in.length; i++) {
                        gradient[row + i] += slope * in[i];
                        inSlopes[i] += slope * parameters[row + i];
                    }
                    gradient[row + in.length] += slope;
                }
            }
            for (int i = 0; i < in.length && l > 1; i++) {
                inSlopes[i] = in[i] > 0 ? inSlopes[i] : 0;
            }
        }
    }

    double[] parameters() {
        return parameters;
    }

    /** The sum of what was added since Adam took it last. */
    double[] gradient() {
        return gradient;
    }

    void copy(Network other) {
        System.arraycopy(other.parameters, 0, parameters, 0, parameters.length);
    }

    /** Goes {@code share} of the way to {@code other}. */
    void follow(Network other, double share) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += share * (other.parameters[i] - parameters[i]);
        }
    }

    void write(SnapshotWriter out) {
        out.doubles(parameters);
    }

    void read(SnapshotReader in) {
        double[] read = in.doubles();
        if (read.length != parameters.length) {
            throw new SnapshotException("snapshot has a network of " + read.length
                    + " parameters, the settings ask for " + parameters.length);
        }
        System.arraycopy(read, 0, parameters, 0, read.length);
    }
}
