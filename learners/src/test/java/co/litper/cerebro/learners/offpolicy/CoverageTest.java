package co.litper.cerebro.learners.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final int LOGS = 600;
    private static final int ROUNDS = 500;
    private static final long WORLD = 42;

    @Test
    void intervalsOfNinetyFivePercentHoldTheTruthAtLeastNinetyThreeTimesInAHundred() {
        LogSimulation world = new LogSimulation(WORLD);
        double truth = world.truth();
        List<Estimator> estimators = new ArrayList<>(Estimator.all());
        estimators.add(new Estimator.OptimisticDr(new Tuning.Slope()));
        int[] held = new int[estimators.size()];
        double[] squares = new double[estimators.size()];
        for (int seed = 0; seed < LOGS; seed++) {
            LoggedRounds log = world.log(ROUNDS, seed);
            for (int e = 0; e < estimators.size(); e++) {
                Verdict.Estimate estimate = (Verdict.Estimate) OffPolicy.estimate(log, estimators.get(e));
                held[e] += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
                squares[e] += (estimate.value() - truth) * (estimate.value() - truth);
            }
        }
        for (int e = 0; e < estimators.size(); e++) {
            assertThat((double) held[e] / LOGS)
                    .as("%s, world %d, seeds 0 to %d", estimators.get(e), WORLD, LOGS - 1)
                    .isGreaterThanOrEqualTo(0.93);
        }
        int ips = 0;
        int doublyRobust = 4;
        assertThat(squares[doublyRobust])
                .as("a fair model halves the squared error")
                .isLessThan(squares[ips] / 2);
    }
}
