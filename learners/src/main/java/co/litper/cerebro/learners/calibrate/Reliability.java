package co.litper.cerebro.learners.calibrate;

import java.util.ArrayList;
import java.util.List;

/**
 * How far probabilities mean what they say: bins of equal width, and the expected calibration error.
 *
 * @param bins those with at least one case, by probability
 * @param error Σ share of the bin × |mean probability − rate|, 0 to 1
 */
public record Reliability(List<Bin> bins, double error) {

    /**
     * One bin.
     *
     * @param count cases
     * @param meanProbability of them
     * @param rate share that came true
     */
    public record Bin(int count, double meanProbability, double rate) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Root of the mean squared calibration error, less what chance alone adds to a bin's rate; 0 where chance explains it all.
     *
     * <p>A. Kumar, P. Liang and T. Ma, "Verified uncertainty calibration", NeurIPS 2019. Bins of one case say nothing and are left
     * out.
     */
    public double debiasedRootError() {
        double square = 0;
        double cases = 0;
        for (Bin bin : bins) {
            if (bin.count() > 1) {
                double off = bin.meanProbability() - bin.rate();
                square += bin.count() * (off * off - bin.rate() * (1 - bin.rate()) / (bin.count() - 1));
                cases += bin.count();
            }
        }
        return cases > 0 ? Math.sqrt(Math.max(0, square / cases)) : 0;
    }

    /** The reliability of {@code probabilities}, each 0 to 1, in {@code count} bins of equal width. O(n). */
    public static Reliability of(double[] probabilities, boolean[] happened, int count) {
        if (count < 1 || probabilities.length != happened.length) {
            throw new IllegalArgumentException(
                    probabilities.length + " probabilities, " + happened.length + " outcomes, " + count + " bins");
        }
        int[] cases = new int[count];
        double[] sums = new double[count];
        int[] trues = new int[count];
        for (int i = 0; i < probabilities.length; i++) {
            double p = probabilities[i];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("probability " + i + " must be 0 to 1, is " + p);
            }
            int bin = Math.min(count - 1, (int) (p * count));
            cases[bin]++;
            sums[bin] += p;
            trues[bin] += happened[i] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int b = 0; b < count; b++) {
            if (cases[b] > 0) {
                Bin bin = new Bin(cases[b], sums[b] / cases[b], (double) trues[b] / cases[b]);
                bins.add(bin);
                error += Math.abs(bin.meanProbability() - bin.rate()) * cases[b] / probabilities.length;
            }
        }
        return new Reliability(bins, error);
    }
}
