package co.litper.cerebro.learners.stream;

import java.util.SplittableRandom;

/** A seeded stream with numbers, words, gaps and noise, of which the best possible answer is known. */
final class MadeStream {
    static final long SEED = 41;
    static final double NOISE = 0.1;
    private static final double MISSING = 0.03;
    private static final int CLASSES = 3;

    final double[][] rows;
    final int[] labels;
    final double[] targets;

    private MadeStream(int count) {
        rows = new double[count][];
        labels = new int[count];
        targets = new double[count];
    }

    static StreamSchema classes() {
        return StreamSchema.classification(CLASSES, 0, 0, 0, 4);
    }

    static StreamSchema numbers() {
        return StreamSchema.regression(0, 0, 0, 4);
    }

    static MadeStream of(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        MadeStream made = new MadeStream(count);
        for (int i = 0; i < count; i++) {
            double[] row = {random.nextDouble(), random.nextDouble(), 1_000 * random.nextDouble(), random.nextInt(4)};
            int label = row[3] == 2 ? 2 : row[0] + row[1] > 1 ? 1 : 0;
            made.labels[i] = random.nextDouble() < NOISE ? random.nextInt(CLASSES) : label;
            made.targets[i] = 50 + 20 * row[0] - 10 * row[1] + (row[3] == 2 ? 15 : 0) + random.nextGaussian();
            int gap = random.nextDouble() < MISSING ? random.nextInt(row.length) : -1;
            if (gap >= 0) {
                row[gap] = Double.NaN;
            }
            made.rows[i] = row;
        }
        return made;
    }
}
