package co.litper.cerebro.learners.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.BayesianLearner.Family;
import co.litper.cerebro.learners.linear.BayesianLearner.Settings;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BayesianLearnerTest {
    private static final Settings SETTINGS = new Settings(1, 3, 1e9, 1e9);
    private static final long SEED = 7;

    private static BayesianLearner trained(Family family, int samples) {
        BayesianLearner learner = new BayesianLearner(family, SETTINGS, new double[2], 0);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < samples; i++) {
            float[] row = {(float) random.nextGaussian(), (float) random.nextGaussian()};
            double score = 1 + 2 * row[0] - row[1];
            double target = family == Family.GAUSSIAN
                    ? score + 0.1 * random.nextGaussian()
                    : random.nextDouble() < LinearModel.probability(score) ? 1 : 0;
            learner.update(row, 0, target, 1);
        }
        return learner;
    }

    @Test
    void findsTheLineBehindNoisyNumbers() {
        BayesianLearner learner = trained(Family.GAUSSIAN, 2_000);
        assertThat(learner.score(new float[] {1, 0})).as("seed %d", SEED).isCloseTo(3, within(0.1));
        assertThat(learner.score(new float[] {0, 1})).as("seed %d", SEED).isCloseTo(0, within(0.1));
    }

    @Test
    void findsTheLogOddsBehindYesAndNo() {
        BayesianLearner learner = trained(Family.BERNOULLI, 20_000);
        assertThat(learner.score(new float[] {1, 0})).as("seed %d", SEED).isCloseTo(3, within(0.3));
        assertThat(learner.score(new float[] {0, 0})).as("seed %d", SEED).isCloseTo(1, within(0.15));
    }

    @Test
    void uncertaintyShrinksWithEvidence() {
        float[] row = {1, 1};
        assertThat(trained(Family.GAUSSIAN, 1_000).uncertainty(row))
                .isLessThan(trained(Family.GAUSSIAN, 10).uncertainty(row) / 3);
    }

    @Test
    void aMissingValueCountsAsTheAverage() {
        BayesianLearner learner = trained(Family.GAUSSIAN, 2_000);
        assertThat(learner.score(new float[] {Float.NaN, Float.NaN})).isCloseTo(1, within(0.15));
    }

    @Test
    void contributionsAndBiasSumToTheScore() {
        LinearModel model = trained(Family.GAUSSIAN, 500).model();
        float[] row = {0.5f, -2};
        assertThat(model.bias() + model.contribution(row, 0) + model.contribution(row, 1))
                .isCloseTo(model.score(row), within(1e-12));
    }

    @Test
    void aBadSampleIsNamedAndChangesNothing() {
        BayesianLearner learner = trained(Family.BERNOULLI, 100);
        byte[] before = learner.toBytes();
        assertThatThrownBy(() -> learner.update(new float[] {1, 2}, 0, Double.NaN, 1))
                .isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> learner.update(new float[] {1, 2}, 0, 2, 1)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> learner.update(new float[] {1}, 0, 1, 1)).hasMessageContaining("1 values");
        assertThatThrownBy(() -> learner.update(new float[] {1, Float.POSITIVE_INFINITY}, 0, 1, 1))
                .hasMessageContaining("value 1");
        assertThatThrownBy(() -> learner.update(new float[] {1, 2}, 0, 1, -1)).hasMessageContaining("weight");
        assertThat(learner.toBytes()).isEqualTo(before);
    }

    @Test
    void goesOnFromItsBytesAsIfNothingHadHappened() {
        BayesianLearner one = trained(Family.BERNOULLI, 300);
        BayesianLearner other = BayesianLearner.fromBytes(one.toBytes(), Family.BERNOULLI, SETTINGS);
        float[] row = {1, Float.NaN};
        one.update(row, 0.5, 1, 2);
        other.update(row, 0.5, 1, 2);
        assertThat(other.toBytes()).isEqualTo(one.toBytes());
    }

    @Test
    void bytesThatWereCutOrDamagedAreRefused() {
        byte[] bytes = trained(Family.GAUSSIAN, 10).toBytes();
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> BayesianLearner.fromBytes(cut, Family.GAUSSIAN, SETTINGS))
                    .isInstanceOf(SnapshotException.class);
        }
        bytes[40] ^= 1;
        assertThatThrownBy(() -> BayesianLearner.fromBytes(bytes, Family.GAUSSIAN, SETTINGS))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("checksum");
        bytes[4] = 9;
        assertThatThrownBy(() -> BayesianLearner.fromBytes(bytes, Family.GAUSSIAN, SETTINGS))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("version 9");
    }
}
