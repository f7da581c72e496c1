package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.benchmarks.MeanOverSeeds;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What recall and graph add to a parcel's margin over the product without them, in equal worlds with equal luck. */
final class MindStudy {
    private MindStudy() {}

    /** Figures by name: of each way its gain in pesos a parcel, the 95 % interval over worlds, and whether that lies above 0. */
    static SequencedMap<String, Object> run(Life life, int worlds, long firstSeed, PrintStream progress) {
        List<WayOfThinking> ways = MemoryVariants.all();
        double[][] gains = new double[ways.size()][worlds];
        for (int w = 0; w < worlds; w++) {
            long seed = firstSeed + w;
            double base = life.with(Mind.plain(), seed).marginPerParcel();
            for (int v = 0; v < ways.size(); v++) {
                gains[v][w] = life.with(ways.get(v).minds().get(), seed).marginPerParcel() - base;
            }
            progress.println("thinking: recall and graph, world " + seed + " of " + (firstSeed + worlds - 1));
        }
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        for (int v = 0; v < ways.size(); v++) {
            List<Double> interval = MeanOverSeeds.interval(gains[v]);
            String name = ways.get(v).name();
            figures.put(name + "GainCop", MeanOverSeeds.of(gains[v]));
            figures.put(name + "GainCopInterval", interval);
            figures.put(name + "Helps", interval.getFirst() > 0);
        }
        return figures;
    }
}
