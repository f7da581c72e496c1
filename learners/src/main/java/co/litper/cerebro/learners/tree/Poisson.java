package co.litper.cerebro.learners.tree;

import co.litper.cerebro.learners.stream.SplitMix;

/** Draws counts of a Poisson distribution by its cumulative table, the likeliest first steps first. Immutable. */
final class Poisson {
    /** Largest mean: exp(−mean) must stay well above 0. */
    static final double MOST_MEAN = 50;
    /** Counts in the table; beyond lies less than 1e-15 for every allowed mean. */
    private static final int LENGTH = 160;

    private final double[] cumulative = new double[LENGTH];

    Poisson(double mean) {
        double p = Math.exp(-mean);
        double sum = 0;
        for (int k = 0; k < LENGTH; k++) {
            sum += p;
            cumulative[k] = sum;
            p *= mean / (k + 1);
        }
    }

    int draw(SplitMix random) {
        double u = random.nextDouble();
        int k = 0;
        while (k < LENGTH - 1 && u >= cumulative[k]) {
            k++;
        }
        return k;
    }

    /** One of mean {@code mean}, at most {@link #MOST_MEAN}, without a table. */
    static int draw(double mean, SplitMix random) {
        double u = random.nextDouble();
        double p = Math.exp(-mean);
        double sum = p;
        int k = 0;
        while (u >= sum && k < LENGTH - 1) {
            p *= mean / ++k;
            sum += p;
        }
        return k;
    }
}
