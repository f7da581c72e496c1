package co.litper.cerebro.learners.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.stream.SplitMix;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final long SEED = 3;

    @Test
    void theGradientIsTheSlopeThatDifferencesShow() {
        SplitMix random = new SplitMix(SEED);
        Network network = new Network(new int[] {3, 5, 4, 2}, random);
        float[] row = {0.3f, -0.8f, 1.2f};
        double[] targets = {0.7, -0.2};
        double[] out = network.forward(row);
        for (int k = 0; k < 2; k++) {
            network.outputSlopes()[k] = out[k] - targets[k];
        }
        network.backward();
        double[] parameters = network.parameters();
        double step = 1e-6;
        int moving = 0;
        for (int i = 0; i < parameters.length; i++) {
            double kept = parameters[i];
            parameters[i] = kept + step;
            double above = loss(network.forward(row), targets);
            parameters[i] = kept - step;
            double below = loss(network.forward(row), targets);
            parameters[i] = kept;
            double slope = (above - below) / (2 * step);
            moving += Math.abs(slope) > 1e-6 ? 1 : 0;
            assertThat(network.gradient()[i])
                    .as("parameter %d, seed %d", i, SEED)
                    .isCloseTo(slope, within(1e-7));
        }
        assertThat(moving).isGreaterThan(parameters.length / 3);
    }

    private static double loss(double[] out, double[] targets) {
        double sum = 0;
        for (int k = 0; k < out.length; k++) {
            sum += (out[k] - targets[k]) * (out[k] - targets[k]) / 2;
        }
        return sum;
    }

    @Test
    void aNetworkLearnsWhatNoLineCan() {
        Network network = new Network(new int[] {2, 16, 1}, new SplitMix(SEED));
        Adam adam = new Adam(network.parameters().length, 0.01);
        float[][] rows = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        double[] targets = {0, 1, 1, 0};
        for (int round = 0; round < 1_000; round++) {
            for (int i = 0; i < 4; i++) {
                double[] out = network.forward(rows[i]);
                network.outputSlopes()[0] = out[0] - targets[i];
                network.backward();
            }
            adam.step(network, 4);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(network.forward(rows[i])[0]).as("seed %d", SEED).isCloseTo(targets[i], within(0.05));
        }
    }

    @Test
    void layersThatAreEmptyOrTooLargeAreNamed() {
        assertThatThrownBy(() -> Network.sizes(3, new int[] {0}, 2)).hasMessageContaining("[3, 0, 2]");
        assertThatThrownBy(() -> Network.sizes(3, new int[] {100_000, 100_000}, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
