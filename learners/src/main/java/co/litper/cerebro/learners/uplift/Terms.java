package co.litper.cerebro.learners.uplift;

import java.util.List;

/** The terms of a quadratic surface: 1, values, squares and, of at most {@link #MOST_CROSSED} values, products. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Terms(double[] means, double[] deviations) {
    /** Values whose products are terms too: 12 make 91 terms. */
    static final int MOST_CROSSED = 12;

    static Terms of(List<double[]> rows, double[] weights) {
        int width = rows.getFirst().length;
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int f = 0; f < width; f++) {
            double sum = 0;
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                double v = rows.get(i)[f];
                if (!Double.isNaN(v)) {
                    sum += weights[i];
                    double off = v - mean;
                    mean += off * weights[i] / sum;
                    squares += weights[i] * off * (v - mean);
                }
            }
            means[f] = mean;
            deviations[f] = squares > 0 ? Math.sqrt(squares / sum) : 1;
        }
        return new Terms(means, deviations);
    }

    private boolean crosses() {
        return means.length <= MOST_CROSSED;
    }

    int count() {
        int width = means.length;
        return 1 + 2 * width + (crosses() ? width * (width - 1) / 2 : 0);
    }

    double[] of(double[] row) {
        int width = means.length;
        double[] terms = new double[count()];
        terms[0] = 1;
        for (int f = 0; f < width; f++) {
            double z = Double.isNaN(row[f]) ? 0 : (row[f] - means[f]) / deviations[f];
            terms[1 + f] = z;
            terms[1 + width + f] = z * z - 1;
        }
        int at = 1 + 2 * width;
        for (int f = 0; f < width && crosses(); f++) {
            for (int g = f + 1; g < width; g++) {
                terms[at++] = terms[1 + f] * terms[1 + g];
            }
        }
        return terms;
    }
}
