package co.litper.cerebro.benchmarks.bandit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A stand-in for the digits data where no file is given: 1,797 rows of 64 numbers in 10 classes, made from a seed. Each class
 * is a random pattern that varies along a few directions of its own and all classes share, under noise; a linear classifier
 * names about 19 of 20 rightly, as it does with the real ones.
 */
final class Digits {
    private static final int ROWS = 1_797;
    private static final int WIDTH = 64;
    private static final int CLASSES = 10;
    private static final int DIRECTIONS = 6;
    private static final double PATTERN = 0.75;
    private static final double VARIATION = 0.55;

    private Digits() {}

    static Dataset generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] patterns = gaussians(random, CLASSES, PATTERN);
        double[][] directions = gaussians(random, CLASSES * DIRECTIONS, VARIATION);
        float[][] rows = new float[ROWS][WIDTH];
        int[] labels = new int[ROWS];
        List<String> names = new ArrayList<>();
        for (int c = 0; c < CLASSES; c++) {
            names.add(String.valueOf(c));
        }
        for (int i = 0; i < ROWS; i++) {
            int label = random.nextInt(CLASSES);
            labels[i] = label;
            double[] along = new double[DIRECTIONS];
            for (int k = 0; k < DIRECTIONS; k++) {
                along[k] = random.nextGaussian();
            }
            for (int j = 0; j < WIDTH; j++) {
                double x = patterns[label][j] + random.nextGaussian();
                for (int k = 0; k < DIRECTIONS; k++) {
                    x += along[k] * directions[label * DIRECTIONS + k][j];
                }
                rows[i][j] = (float) x;
            }
        }
        return new Dataset(rows, labels, List.copyOf(names));
    }

    private static double[][] gaussians(SplittableRandom random, int count, double scale) {
        double[][] out = new double[count][WIDTH];
        for (double[] row : out) {
            for (int j = 0; j < WIDTH; j++) {
                row[j] = scale * random.nextGaussian();
            }
        }
        return out;
    }
}
