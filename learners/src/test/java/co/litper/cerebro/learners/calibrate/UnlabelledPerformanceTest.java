package co.litper.cerebro.learners.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.calibrate.UnlabelledPerformance.Estimate;
import co.litper.cerebro.learners.evaluate.Metrics;
import co.litper.cerebro.learners.inference.Bootstrap.Interval;
import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.linear.LinearModel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnlabelledPerformanceTest {
    private static final long SEED = 31;
    private static final int ROWS = 1_500;
    private static final int WORLDS = 100;

    /** Scores twice as sure as they should be, of rows about {@code centre} ± {@code spread}. */
    private record World(double[] scores, boolean[] positive) {
        static World of(SplittableRandom random, double centre, double spread) {
            double[] scores = new double[ROWS];
            boolean[] positive = new boolean[ROWS];
            for (int i = 0; i < ROWS; i++) {
                double trueLogOdds = centre + spread * random.nextGaussian();
                positive[i] = random.nextDouble() < LinearModel.probability(trueLogOdds);
                scores[i] = 2 * trueLogOdds - 0.5;
            }
            return new World(scores, positive);
        }

        double accuracy() {
            int right = 0;
            for (int i = 0; i < ROWS; i++) {
                right += (scores[i] >= 0) == positive[i] ? 1 : 0;
            }
            return (double) right / ROWS;
        }
    }

    @Test
    void accuracyAndAucUnderCovariateShiftAreForeseenWithoutLabels() {
        int accuracies = 0;
        int aucs = 0;
        int unshifted = 0;
        for (int w = 0; w < WORLDS; w++) {
            SplittableRandom random = new SplittableRandom(SEED + w);
            World known = World.of(random, 0, 3);
            World shifted = World.of(random, 0.5, 1);
            UnlabelledPerformance performance = UnlabelledPerformance.fit(known.scores, known.positive, 0, w);
            Estimate estimate = performance.estimate(shifted.scores, 0.95, w);
            accuracies += holds(estimate.accuracyInterval(), shifted.accuracy()) ? 1 : 0;
            aucs += holds(estimate.aucInterval(), Metrics.auc(shifted.scores, shifted.positive)) ? 1 : 0;
            unshifted += holds(estimate.accuracyInterval(), known.accuracy()) ? 1 : 0;
        }
        assertThat(accuracies).as("of %d worlds from seed %d", WORLDS, SEED).isGreaterThanOrEqualTo(88);
        assertThat(aucs).as("of %d worlds from seed %d", WORLDS, SEED).isGreaterThanOrEqualTo(88);
        assertThat(unshifted)
                .as("accuracy of the rows with labels would be wrong")
                .isLessThan(5);
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    @Test
    void anEstimateLiesWithinItsIntervalAndEqualSeedsGiveEqualOnes() {
        SplittableRandom random = new SplittableRandom(SEED);
        World known = World.of(random, 0, 2);
        Estimate one =
                UnlabelledPerformance.fit(known.scores, known.positive, 0, 1).estimate(known.scores, 0.9, 2);
        Estimate two =
                UnlabelledPerformance.fit(known.scores, known.positive, 0, 1).estimate(known.scores, 0.9, 2);
        assertThat(one).isEqualTo(two);
        assertThat(holds(one.accuracyInterval(), one.accuracy())).isTrue();
        assertThat(holds(one.aucInterval(), one.auc())).isTrue();
    }

    /** What the Javadoc warns of: where equal scores no longer mean equal chances, nothing shows. */
    @Test
    void conceptDriftIsNotSeen() {
        SplittableRandom random = new SplittableRandom(SEED);
        World known = World.of(random, 0, 2);
        boolean[] turned = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            turned[i] = !known.positive[i];
        }
        double truth = new World(known.scores, turned).accuracy();
        Estimate estimate =
                UnlabelledPerformance.fit(known.scores, known.positive, 0, 1).estimate(known.scores, 0.95, 2);
        assertThat(estimate.accuracy()).isGreaterThan(truth + 0.3);
    }

    @Test
    void rowsThatSayNothingAreRefused() {
        double[] scores = new double[200];
        assertThatThrownBy(() -> UnlabelledPerformance.fit(scores, new boolean[200], 0, 1))
                .isInstanceOf(BadSampleException.class)
                .hasMessageContaining("alike");
        assertThatThrownBy(() -> UnlabelledPerformance.fit(new double[5], new boolean[5], 0, 1))
                .isInstanceOf(BadSampleException.class);
        scores[3] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> UnlabelledPerformance.fit(scores, new boolean[200], 0, 1))
                .isInstanceOf(BadSampleException.class)
                .hasMessageContaining("Infinity");
    }
}
