package co.litper.cerebro.learners.uplift;

import java.util.function.IntPredicate;

/** Mean of some scores and its standard error. */
record Sum(double mean, double error) {
    static Sum of(double[] scores, IntPredicate among) {
        int n = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            if (among.test(i)) {
                n++;
                double off = scores[i] - mean;
                mean += off / n;
                squares += off * (scores[i] - mean);
            }
        }
        return new Sum(mean, Math.sqrt(squares / Math.max(1, n - 1) / n));
    }
}
