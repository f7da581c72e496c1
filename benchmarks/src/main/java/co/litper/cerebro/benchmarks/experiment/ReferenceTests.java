package co.litper.cerebro.benchmarks.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.TestUtils;

/** The same tests by Apache Commons Math in the same run, and an experiment in which nothing was done. */
final class ReferenceTests {
    private ReferenceTests() {}

    /** p-values beside ours: χ² of the two by two table for rates, Welch's t for numbers, χ² for the groups' sizes. */
    static SequencedMap<String, Object> peer(ExperimentTable table, List<String> metrics) {
        SequencedMap<String, Object> peer = new LinkedHashMap<>();
        List<String> variants = table.variants();
        long[] sizes =
                variants.stream().mapToLong(v -> table.values(v, 0).length).toArray();
        double[] equal = new double[sizes.length];
        Arrays.fill(equal, (double) Arrays.stream(sizes).sum() / sizes.length);
        peer.put("sampleRatioP", TestUtils.chiSquareTest(equal, sizes));
        for (int m = 0; m < metrics.size(); m++) {
            for (String variant : variants.subList(1, variants.size())) {
                String name = metrics.get(m) + ": " + variants.getFirst() + " → " + variant;
                peer.put(name, p(table.values(variants.getFirst(), m), table.values(variant, m)));
            }
        }
        peer.put("by", "commons-math3 3.6.1");
        return peer;
    }

    private static Object p(double[] first, double[] second) {
        try {
            if (ExperimentBench.isYesOrNo(first) && ExperimentBench.isYesOrNo(second)) {
                return TestUtils.chiSquareTest(new long[][] {counts(first), counts(second)});
            }
            return TestUtils.tTest(first, second);
        } catch (RuntimeException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static long[] counts(double[] values) {
        long yes = Arrays.stream(values).filter(v -> v == 1).count();
        return new long[] {yes, values.length - yes};
    }

    /** p-values between two halves of the first variant, drawn by chance: what is found where nothing is. */
    static SequencedMap<String, Object> floor(ExperimentTable table, List<String> metrics, long seed) {
        SequencedMap<String, Object> floor = new LinkedHashMap<>();
        String variant = table.variants().getFirst();
        for (int m = 0; m < metrics.size(); m++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<List<Double>> halves = List.of(new ArrayList<>(), new ArrayList<>());
            for (double value : table.values(variant, m)) {
                halves.get(random.nextInt(2)).add(value);
            }
            SequencedMap<String, Object> test = ExperimentBench.compare(array(halves.get(0)), array(halves.get(1)));
            floor.put("p of " + metrics.get(m) + " between halves of " + variant, test.getOrDefault("p", "refused"));
        }
        return floor;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
