package co.litper.cerebro.learners.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestArmTest {
    private static final long SEED = 11;
    private static final int DRAWS = 200_000;

    @Test
    void theNormalIntegralAgreesWithPublishedValues() {
        assertThat(Normal.below(0)).isCloseTo(0.5, within(1e-12));
        assertThat(Normal.below(1.96)).isCloseTo(0.9750021048517795, within(1e-11));
        assertThat(Normal.below(-3)).isCloseTo(0.0013498980316300933, within(1e-11));
        assertThat(Normal.below(0.5)).isCloseTo(0.6914624612740131, within(1e-11));
        assertThat(Normal.below(-20)).isZero();
        assertThat(Normal.below(Double.NaN)).isZero();
    }

    @Test
    void twoArmsByQuadratureAgreeWithTheClosedForm() {
        boolean[] both = {true, true};
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            double[] means = {random.nextDouble(-3, 3), random.nextDouble(-3, 3)};
            double[] widths = {Math.exp(random.nextDouble(-6, 2)), Math.exp(random.nextDouble(-6, 2))};
            double[] out = new double[2];
            double error = new BestArm().independent(means, widths, both, out);
            double exact = BestArm.ofTwo(means[0] - means[1], widths[0] * widths[0] + widths[1] * widths[1]);
            assertThat(out[0]).as("seed %d, round %d", SEED, i).isCloseTo(exact, within(1e-9 + error));
            assertThat(error).as("seed %d, round %d", SEED, i).isLessThan(1e-6);
        }
    }

    @Test
    void manyArmsByQuadratureAgreeWithDrawingThem() {
        double[] means = {0, 0.5, -1, 2, 9, 0.3};
        double[] widths = {1, 2, 4, 0.01, 1, 0};
        boolean[] allowed = {true, true, true, true, false, true};
        double[] out = new double[6];
        double error = new BestArm().independent(means, widths, allowed, out);
        assertThat(error).isLessThan(1e-6);
        assertThat(Arrays.stream(out).sum()).isCloseTo(1, within(1e-12));
        double[] drawn = drawn(means, widths, allowed);
        for (int i = 0; i < 6; i++) {
            assertThat(out[i]).as("arm %d, seed %d", i, SEED).isCloseTo(drawn[i], within(0.005));
        }
    }

    private static double[] drawn(double[] means, double[] widths, boolean[] allowed) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] share = new double[means.length];
        for (int d = 0; d < DRAWS; d++) {
            int best = -1;
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < means.length; i++) {
                double score = means[i] + widths[i] * random.nextGaussian();
                if (allowed[i] && score > highest) {
                    best = i;
                    highest = score;
                }
            }
            share[best] += 1.0 / DRAWS;
        }
        return share;
    }

    @Test
    void correlatedArmsLieWithinTheToldErrorOfTheTruth() {
        double[] means = {0, 0, 1};
        boolean[] all = {true, true, true};
        double[] independent = {1, 0, 0, 0, 4, 0, 0, 0, 0.25};
        double[] exact = new double[3];
        new BestArm().independent(means, new double[] {1, 2, 0.5}, all, exact);
        double[] out = new double[3];
        double error = new BestArm().joint(means, independent, all, 4_096, SEED, out);
        for (int i = 0; i < 3; i++) {
            assertThat(out[i]).as("seed %d", SEED).isCloseTo(exact[i], within(error));
        }
        assertThat(error).isLessThan(0.05);
    }

    @Test
    void copiesOfOneScoreShareNothingOfTheSureOnes() {
        double[] covariance = {1, 1, 0, 1, 1, 0, 0, 0, 0};
        double[] out = new double[3];
        new BestArm().joint(new double[] {0, 0, 9}, covariance, new boolean[] {true, true, true}, 256, SEED, out);
        assertThat(out).containsExactly(0, 0, 1);
    }

    @Test
    void withoutAnyDoubtTheBestMeanIsCertain() {
        double[] out = new double[3];
        double error =
                new BestArm().independent(new double[] {1, 3, 3}, new double[3], new boolean[] {true, true, true}, out);
        assertThat(out).containsExactly(0, 1, 0);
        assertThat(error).isZero();
    }
}
