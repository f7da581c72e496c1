package co.litper.cerebro.learners.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.FtrlLearner.Settings;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FtrlLearnerTest {
    private static final long SEED = 11;
    private static final Settings FAST = new Settings(0.5, 1, 0, 0);

    private static FtrlLearner trained(Loss loss, int samples) {
        FtrlLearner learner = new FtrlLearner(2, loss, FAST);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < samples; i++) {
            float[] row = {(float) random.nextDouble(-1, 1), (float) random.nextDouble(-1, 1)};
            double spread = random.nextDouble();
            double target =
                    loss instanceof Loss.Logistic ? (row[0] + 0.3 * (spread - 0.5) > 0 ? 1 : 0) : 3 * row[0] + spread;
            learner.update(row, target, 1);
        }
        return learner;
    }

    @Test
    void pinballFindsTheQuantileItIsAskedFor() {
        FtrlLearner learner = trained(new Loss.Pinball(0.9), 20_000);
        assertThat(learner.score(new float[] {0, 0})).as("seed %d", SEED).isCloseTo(0.9, within(0.07));
    }

    @Test
    void squaredFindsTheMean() {
        assertThat(trained(new Loss.Squared(), 20_000).score(new float[] {0.5f, 0}))
                .as("seed %d", SEED)
                .isCloseTo(2, within(0.07));
    }

    @Test
    void logisticTellsTheSidesApart() {
        FtrlLearner learner = trained(new Loss.Logistic(), 5_000);
        assertThat(LinearModel.probability(learner.score(new float[] {0.8f, 0})))
                .isGreaterThan(0.95);
        assertThat(LinearModel.probability(learner.score(new float[] {-0.8f, 0})))
                .isLessThan(0.05);
    }

    @Test
    void aWeightOfTwoCountsLikeTwoSamplesInTheScale() {
        FtrlLearner learner = new FtrlLearner(1, new Loss.Squared(), FAST);
        learner.update(new float[] {1}, 0, 0);
        assertThat(learner.score(new float[] {5})).isZero();
    }

    @Test
    void itsModelScoresAsItDoes() {
        FtrlLearner learner = trained(new Loss.Squared(), 200);
        float[] row = {0.3f, Float.NaN};
        assertThat(learner.model().score(row)).isCloseTo(learner.score(row), within(1e-12));
        LinearModel again = LinearModel.fromBytes(learner.model().toBytes());
        assertThat(again.score(row)).isEqualTo(learner.model().score(row));
    }

    @Test
    void anInfiniteTargetChangesNothing() {
        FtrlLearner learner = trained(new Loss.Squared(), 50);
        byte[] before = learner.toBytes();
        assertThatThrownBy(() -> learner.update(new float[] {1, 1}, Double.POSITIVE_INFINITY, 1))
                .isInstanceOf(BadSampleException.class);
        assertThat(learner.toBytes()).isEqualTo(before);
    }

    @Test
    void readsTheBytesOfVersionOne() throws IOException {
        FtrlLearner trained = trained(new Loss.Squared(), 200);
        try (InputStream in =
                Objects.requireNonNull(FtrlLearnerTest.class.getResourceAsStream("/snapshots/ftrl-v1.bin"))) {
            byte[] stored = in.readAllBytes();
            FtrlLearner old = FtrlLearner.fromBytes(stored, new Loss.Squared(), FAST);
            assertThat(old.score(new float[] {0.5f, 0})).isCloseTo(trained.score(new float[] {0.5f, 0}), within(1e-9));
            assertThat(old.toBytes()).isEqualTo(stored);
        }
        assertThatThrownBy(() -> FtrlLearner.fromBytes(trained.model().toBytes(), new Loss.Squared(), FAST))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("LMOD");
    }
}
