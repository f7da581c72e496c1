package co.litper.cerebro.learners.calibrate;

import co.litper.cerebro.learners.inference.Bootstrap.Interval;
import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * What accuracy and AUC a classifier of two classes will turn out to have on rows whose labels are not known yet.
 *
 * <p>Confidence-based estimation: if a row's score says how likely it is positive, then the expected share of right answers follows
 * from scores alone (C. Guo et al., "On calibration of modern neural networks", ICML 2017, for the calibration; NannyML's CBPE for the
 * estimate). The score is first made to say so, by a Platt curve fitted to rows with labels. It holds under covariate shift, where
 * rows come from elsewhere but equal scores mean equal chances; it cannot see concept drift, where they no longer do. Intervals are
 * of a parametric bootstrap: the curve is fitted to other draws of the rows with labels and labels are drawn by it, each round.
 *
 * <p>Fitting is O(rows × {@link #ROUNDS}), an estimate O({@link #ROUNDS} × rows log rows). Immutable and thread-safe; equal seeds
 * give equal estimates.
 */
public final class UnlabelledPerformance {
    /** Rows with labels at least. */
    public static final int LEAST_ROWS = 100;

    /** Rounds of the bootstrap. */
    public static final int ROUNDS = 200;

    private final Calibration.Platt curve;
    private final Calibration.Platt[] drawn;
    private final double threshold;

    /**
     * What is foreseen.
     *
     * @param accuracy 0 to 1
     * @param auc 0 to 1
     */
    public record Estimate(double accuracy, Interval accuracyInterval, double auc, Interval aucInterval) {}

    private UnlabelledPerformance(Calibration.Platt curve, Calibration.Platt[] drawn, double threshold) {
        this.curve = curve;
        this.drawn = drawn;
        this.threshold = threshold;
    }

    /**
     * Learns what scores mean.
     *
     * @param logOdds scores of rows that the classifier was not trained on, finite
     * @param positive their labels, both kinds
     * @param threshold log-odds from which the classifier says positive
     * @throws BadSampleException if rows are fewer than {@link #LEAST_ROWS}, scores are not finite, or labels all alike
     */
    public static UnlabelledPerformance fit(double[] logOdds, boolean[] positive, double threshold, long seed) {
        if (logOdds.length < LEAST_ROWS || logOdds.length != positive.length) {
            throw new BadSampleException("rows must be at least " + LEAST_ROWS + " and as many as labels, are "
                    + logOdds.length + ", " + positive.length);
        }
        requireFinite(logOdds);
        requireBothKinds(positive);
        Calibration.Platt curve = curve(logOdds, positive, i -> i);
        SplitMix random = new SplitMix(seed);
        Calibration.Platt[] drawn = new Calibration.Platt[ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            drawn[r] = curve(logOdds, positive, i -> random.nextInt(logOdds.length));
        }
        return new UnlabelledPerformance(curve, drawn, threshold);
    }

    private static Calibration.Platt curve(double[] logOdds, boolean[] positive, IntUnaryOperator row) {
        OnlineCalibrator calibrator = new OnlineCalibrator(logOdds.length);
        for (int i = 0; i < logOdds.length; i++) {
            int at = row.applyAsInt(i);
            calibrator.observe(logOdds[at], positive[at]);
        }
        return calibrator.platt();
    }

    private static void requireBothKinds(boolean[] positive) {
        for (boolean p : positive) {
            if (p != positive[0]) {
                return;
            }
        }
        throw new BadSampleException("labels are all alike, and say nothing of what scores mean");
    }

    private static void requireFinite(double[] logOdds) {
        for (double score : logOdds) {
            if (!(Math.abs(score) <= Double.MAX_VALUE)) {
                throw new BadSampleException("scores must be finite log-odds, one is " + score
                        + ". Maybe a probability of 0 or 1 was turned into one.");
            }
        }
    }

    /**
     * Foresees.
     *
     * @param logOdds scores of the rows without labels, at least 2
     * @param coverage of the intervals, above 0 and below 1
     */
    public Estimate estimate(double[] logOdds, double coverage, long seed) {
        if (logOdds.length < 2 || !(coverage > 0 && coverage < 1)) {
            throw new BadSampleException(
                    "rows must be at least 2 and coverage between 0 and 1, are " + logOdds.length + ", " + coverage);
        }
        requireFinite(logOdds);
        double[] sorted = logOdds.clone();
        Arrays.sort(sorted);
        double[] chances = chances(curve, sorted);
        SplitMix random = new SplitMix(seed);
        double[] accuracies = new double[ROUNDS];
        double[] aucs = new double[ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            double[] labels = chances(drawn[r], sorted);
            for (int i = 0; i < labels.length; i++) {
                labels[i] = random.nextDouble() < labels[i] ? 1 : 0;
            }
            accuracies[r] = accuracy(sorted, labels);
            aucs[r] = auc(sorted, labels);
        }
        return new Estimate(
                accuracy(sorted, chances), middle(accuracies, coverage), auc(sorted, chances), middle(aucs, coverage));
    }

    private static double[] chances(Calibration.Platt curve, double[] logOdds) {
        return Arrays.stream(logOdds).map(curve::probability).toArray();
    }

    private double accuracy(double[] logOdds, double[] chances) {
        double right = 0;
        for (int i = 0; i < chances.length; i++) {
            right += logOdds[i] >= threshold ? chances[i] : 1 - chances[i];
        }
        return right / chances.length;
    }

    /** Chance that a positive has a higher score than a negative, equals half; 0.5 if either kind is not there. */
    private static double auc(double[] sorted, double[] chances) {
        double pairs = 0;
        double negativesBelow = 0;
        double positives = 0;
        int i = 0;
        while (i < sorted.length) {
            double positive = 0;
            double negative = 0;
            double score = sorted[i];
            for (; i < sorted.length && sorted[i] == score; i++) {
                positive += chances[i];
                negative += 1 - chances[i];
            }
            pairs += positive * (negativesBelow + negative / 2);
            negativesBelow += negative;
            positives += positive;
        }
        return positives > 0 && negativesBelow > 0 ? pairs / (positives * negativesBelow) : 0.5;
    }

    private static Interval middle(double[] values, double coverage) {
        Arrays.sort(values);
        int cut = (int) Math.floor((1 - coverage) / 2 * values.length);
        return new Interval(values[cut], values[values.length - 1 - cut]);
    }
}
