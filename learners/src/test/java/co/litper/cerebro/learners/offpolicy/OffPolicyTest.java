package co.litper.cerebro.learners.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.offpolicy.Refusal.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffPolicyTest {
    private static final Demands FEW = new Demands(2, 1, 0, 1, 0.95);

    /** Four rounds whose weights are 2, ½, 1 and 4. */
    private static LoggedRounds four() {
        return LoggedRounds.of(
                        new double[] {1, 0, 2, 1}, new double[] {0.25, 0.5, 0.5, 0.2}, new double[] {0.5, 0.25, 0.5, 0.8
                        })
                .withModel(new double[] {0.5, 0.5, 1, 1}, new double[] {1, 0, 1, 2});
    }

    private static double value(Estimator estimator) {
        return ((Verdict.Estimate) OffPolicy.estimate(four(), estimator, FEW)).value();
    }

    @Test
    void everyEstimatorGivesTheValueComputedByHand() {
        assertThat(value(new Estimator.Ips())).isCloseTo((2 + 0 + 2 + 4) / 4.0, within(1e-12));
        assertThat(value(new Estimator.SelfNormalised())).isCloseTo(8 / 7.5, within(1e-12));
        assertThat(value(new Estimator.ClippedIps(new Tuning.Fixed(2)))).isCloseTo((2 + 2 + 2) / 4.0, within(1e-12));
        assertThat(value(new Estimator.DirectMethod())).isCloseTo(1, within(1e-12));
        assertThat(value(new Estimator.DoublyRobust())).isCloseTo(1 + (1 - 0.25 + 1 + 0) / 4, within(1e-12));
        assertThat(value(new Estimator.SwitchDr(new Tuning.Fixed(1)))).isCloseTo(1 + (-0.25 + 1) / 4, within(1e-12));
        double shrunk = 2.0 / 5 * 0.5 - 0.5 / 1.25 * 0.5 + 1.0 / 2 * 1;
        assertThat(value(new Estimator.OptimisticDr(new Tuning.Fixed(1)))).isCloseTo(1 + shrunk / 4, within(1e-12));
    }

    @Test
    void effectiveSampleAndBiasAreTold() {
        Verdict.Estimate clipped =
                (Verdict.Estimate) OffPolicy.estimate(four(), new Estimator.ClippedIps(new Tuning.Fixed(2)), FEW);
        assertThat(clipped.effectiveSample()).isCloseTo(7.5 * 7.5 / 21.25, within(1e-12));
        assertThat(clipped.bias()).isCloseTo(-0.5, within(1e-12));
        assertThat(clipped.parameter()).isEqualTo(2);
        assertThat(clipped.rounds()).isEqualTo(4);
        assertThat(clipped.low()).isLessThan(clipped.value());
        assertThat(clipped.high()).isGreaterThan(clipped.value());
    }

    @Test
    void theSamePolicyIsWorthWhatItEarned() {
        LogSimulation simulation = new LogSimulation(1);
        LoggedRounds log = simulation.logOfItself(500, 3);
        for (Estimator estimator : Estimator.all()) {
            Verdict.Estimate estimate = (Verdict.Estimate) OffPolicy.estimate(log, estimator);
            if (estimator instanceof Estimator.Ips || estimator instanceof Estimator.SelfNormalised) {
                assertThat(estimate.value()).isCloseTo(simulation.meanReward(), within(1e-12));
                assertThat(estimate.effectiveSample()).isCloseTo(500, within(1e-6));
            }
            assertThat(estimate.low()).isLessThanOrEqualTo(simulation.meanReward());
            assertThat(estimate.high()).isGreaterThanOrEqualTo(simulation.meanReward());
        }
    }

    @Test
    void logsThatCannotCarryTheAnswerAreRefusedWithEveryReason() {
        int n = 200;
        double[] ones = filled(n, 1);
        double[] halves = filled(n, 0.5);
        assertRefused(
                LoggedRounds.of(ones, filled(n, Double.NaN), halves), new Estimator.Ips(), Reason.NO_PROPENSITIES);
        assertRefused(LoggedRounds.of(ones, filled(n, 50), halves), new Estimator.Ips(), Reason.BAD_NUMBERS);
        assertRefused(LoggedRounds.of(filled(n, Double.NaN), halves, halves), new Estimator.Ips(), Reason.BAD_NUMBERS);
        assertRefused(LoggedRounds.of(ones, halves, halves), new Estimator.DoublyRobust(), Reason.NO_MODEL);
        assertRefused(LoggedRounds.of(filled(n, 0), halves, halves), new Estimator.Ips(), Reason.TOO_FEW_OUTCOMES);
        assertRefused(
                LoggedRounds.of(filled(5, 1), filled(5, Double.NaN), filled(5, 0.5)),
                new Estimator.DirectMethod(),
                Reason.TOO_FEW_ROUNDS,
                Reason.NO_PROPENSITIES,
                Reason.NO_MODEL);
        assertRefused(
                LoggedRounds.of(new double[0], new double[0], new double[0]),
                new Estimator.Ips(),
                Reason.TOO_FEW_ROUNDS);
    }

    @Test
    void aLogThatNeverTakesWhatTheOtherWouldIsRefused() {
        int n = 400;
        double[] targets = new double[n];
        Arrays.setAll(targets, i -> i % 2 == 0 ? 0.6 : 0.2);
        LoggedRounds log = LoggedRounds.of(filled(n, 1), filled(n, 0.5), targets);
        assertRefused(log, new Estimator.Ips(), Reason.SUPPORT_VIOLATED);
        LoggedRounds told =
                LoggedRounds.of(filled(n, 1), filled(n, 0.5), filled(n, 0.5)).withUnsupported(filled(n, 0.2));
        assertRefused(told, new Estimator.Ips(), Reason.SUPPORT_VIOLATED);
    }

    @Test
    void aLogWhoseWeightRestsOnFewRoundsIsRefused() {
        int n = 400;
        double[] targets = filled(n, 0.0001);
        double[] propensities = filled(n, 0.5);
        for (int i = 0; i < 8; i++) {
            targets[i * 50] = 1;
            propensities[i * 50] = 0.02;
        }
        LoggedRounds log = LoggedRounds.of(filled(n, 1), propensities, targets);
        assertRefused(log, new Estimator.Ips(), Reason.EFFECTIVE_SAMPLE_TOO_SMALL, Reason.TOO_FEW_OUTCOMES);
    }

    private static void assertRefused(LoggedRounds log, Estimator estimator, Reason... reasons) {
        Verdict verdict = OffPolicy.estimate(log, estimator);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        List<Refusal> told = ((Verdict.Refused) verdict).reasons();
        assertThat(told).extracting(Refusal::reason).containsExactly(reasons);
        assertThat(told).allSatisfy(r -> assertThat(r.message()).contains("Maybe"));
    }

    private static double[] filled(int n, double value) {
        double[] column = new double[n];
        Arrays.fill(column, value);
        return column;
    }

    @Test
    void columnsThatDoNotFitTogetherAreNamed() {
        assertThatThrownBy(() -> LoggedRounds.of(new double[2], new double[3], new double[2]))
                .isInstanceOf(BadLogException.class)
                .hasMessageContaining("propensities has 3");
        assertThatThrownBy(() -> four().withModel(new double[1], new double[4]))
                .isInstanceOf(BadLogException.class)
                .hasMessageContaining("logged has 1");
    }

    @Test
    void studentsQuantilesAgreeWithPublishedOnes() {
        assertThat(Quantiles.normal(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(Quantiles.student(0.975, 5)).isCloseTo(2.570582, within(3e-3));
        assertThat(Quantiles.student(0.975, 30)).isCloseTo(2.042272, within(1e-5));
    }
}
