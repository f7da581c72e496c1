package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.testkit.CuttableNetwork;
import java.util.stream.IntStream;

/** Nodes, the first {@code count} of them, do not reach the broker, and are not told so. */
record CablesCut(CuttableNetwork network, int count) implements Struck {
    @Override
    public void begin() {
        IntStream.range(0, count).forEach(network::cut);
    }

    @Override
    public void end() {
        IntStream.range(0, count).forEach(network::mend);
    }
}
