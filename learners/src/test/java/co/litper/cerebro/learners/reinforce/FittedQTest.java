package co.litper.cerebro.learners.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.reinforce.problem.FiniteProblem;
import co.litper.cerebro.learners.reinforce.problem.KnownProblems;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittedQTest {
    /** The state of six steps left, nothing known and nothing tried. */
    private static final int RESCUE_START = 5 * 32;

    private static final Explorer GREEDY = new Explorer.EpsilonGreedy(0);
    private static final Regressor CROSSED = new Regressor.Ridge(1, true);
    private static final Regressor FEW_TREES = new Regressor.Trees(15, 60, 1);
    private static final Regressor LINEAR = new Regressor.Ridge(1, false);

    private static FiniteProblem problem(String name) {
        return KnownProblems.all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Transition> log(FiniteProblem problem, int episodes, long seed) {
        List<Transition> log = new ArrayList<>();
        problem.playEvenly(episodes, seed).forEach(p -> log.addAll(p.episode().transitions(1)));
        return log;
    }

    private static FittedQ.Settings settings(FiniteProblem problem) {
        return FittedQ.Settings.of(problem.width(), problem.actions(), problem.horizon());
    }

    private static Regressor regressor(String name) {
        return switch (name) {
            case "trees" -> Regressor.Trees.USUAL;
            case "few trees" -> FEW_TREES;
            case "crossed" -> CROSSED;
            default -> LINEAR;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "chain,    few trees,  500, 2, 0.97",
        "chain,    crossed,    500, 2, 0.95",
        "stopping, few trees, 3000, 2, 0.95",
        "garnet,   linear,    2000, 2, 0.97",
        "rescue,   trees,    10000, 1, 0.95",
        "rescue,   crossed,  10000, 2, 0.93"
    })
    void aLogOfChanceTeachesNearlyTheBestPolicy(String name, String regressor, int episodes, int seeds, double least) {
        FiniteProblem problem = problem(name);
        for (long seed = 1; seed <= seeds; seed++) {
            FittedQ fitted =
                    FittedQ.fit(log(problem, episodes, seed), settings(problem).with(regressor(regressor)));
            double score = problem.score(problem.value(problem.policy(fitted, GREEDY)));
            assertThat(score).as("%s by %s, seed %d", name, regressor, seed).isBetween(least, 1 + 1e-9);
        }
    }

    @Test
    void valuesAreNearThoseOfDynamicProgramming() {
        FiniteProblem problem = problem("rescue");
        FittedQ fitted = FittedQ.fit(log(problem, 5_000, 1), settings(problem).with(FEW_TREES));
        assertThat(atStart(problem, fitted)).isCloseTo(problem.optimum(), within(2.5));
        assertThat(fitted.lastChange()).isLessThan(0.5);
    }

    @Test
    void anExpectedBackupTellsThePolicyThatItIsGiven() {
        FiniteProblem problem = problem("rescue");
        Explorer even = new Explorer.EpsilonGreedy(1);
        FittedQ fitted = FittedQ.fit(
                log(problem, 5_000, 1), settings(problem).with(FEW_TREES).with(new Backup.Expected(even)));
        float[] start = problem.features(RESCUE_START);
        boolean[] allowed = problem.allowed(RESCUE_START);
        double[] q = new double[problem.actions()];
        fitted.q(start, q);
        double[] p = fitted.distribution(start, allowed, even);
        double value = 0;
        for (int a = 0; a < q.length; a++) {
            value += p[a] * q[a];
        }
        assertThat(value).isCloseTo(problem.uniform(), within(1.0));
    }

    @Test
    void doublingTakesTheFlatteryOutOfASmallLog() {
        FiniteProblem problem = problem("rescue");
        double plain = 0;
        double doubled = 0;
        int seeds = 10;
        for (long seed = 1; seed <= seeds; seed++) {
            List<Transition> log = log(problem, 600, seed);
            FittedQ.Settings settings = settings(problem).with(FEW_TREES).withLeastWeight(1);
            plain += atStart(problem, FittedQ.fit(log, settings)) / seeds;
            doubled += atStart(problem, FittedQ.fit(log, settings.with(new Backup.Doubled()))) / seeds;
        }
        double truth = problem.optimum();
        assertThat(plain - truth).as("seeds 1 to 10").isGreaterThan(2);
        assertThat(Math.abs(doubled - truth)).as("seeds 1 to 10").isLessThan((plain - truth) / 2);
    }

    /** What the best allowed action is said to be worth where episodes begin. */
    private static double atStart(FiniteProblem problem, FittedQ fitted) {
        double[] q = new double[problem.actions()];
        fitted.q(problem.features(RESCUE_START), q);
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < q.length; a++) {
            best = problem.allowed(RESCUE_START)[a] ? Math.max(best, q[a]) : best;
        }
        return best;
    }

    @Test
    void theChoiceCarriesItsExactPropensity() {
        FiniteProblem problem = problem("rescue");
        FittedQ fitted = FittedQ.fit(log(problem, 300, 1), settings(problem).with(CROSSED));
        boolean[] allowed = {true, false, true, true, false, true};
        Explorer softmax = new Explorer.Softmax(2, 0.05);
        double[] p = fitted.distribution(problem.features(100), allowed, softmax);
        Choice choice = fitted.choose(problem.features(100), allowed, softmax, 0.7);
        assertThat(choice.propensity()).isEqualTo(p[choice.index()]);
        assertThat(p[1] + p[4]).isZero();
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anActionThatTheLogHardlyTriedIsPromisedNothing() {
        List<Transition> log = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            log.add(Transition.last(new float[] {i % 7}, 1, -5));
            log.add(Transition.step(
                    new float[] {i % 7}, 2, -2, new float[] {1}, new boolean[] {true, false, false}, 1));
        }
        log.add(Transition.last(new float[] {1}, 0, 1_000));
        for (Regressor regressor : List.of(Regressor.Trees.USUAL, LINEAR)) {
            FittedQ fitted = FittedQ.fit(log, FittedQ.Settings.of(1, 3, 4).with(regressor));
            double[] q = new double[3];
            fitted.q(new float[] {3}, q);
            assertThat(fitted.isSupported(0)).isFalse();
            assertThat(fitted.weight(0)).isEqualTo(1);
            assertThat(q[1]).isCloseTo(-5, within(1e-6));
            assertThat(q[0]).isLessThan(Math.min(q[1], q[2]));
            // What comes after action 2 allows the untried action only: no better than the worst.
            assertThat(q[2]).isLessThanOrEqualTo(-6.9);
        }
    }

    @Test
    void aWeightCountsLikeSoManyTransitions() {
        List<Transition> weighted = new ArrayList<>();
        List<Transition> repeated = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Transition t = Transition.last(new float[] {i % 5, i % 3}, 0, i % 5 * 2 + i % 4);
            weighted.add(t.weighted(1 + i % 2));
            repeated.add(t);
            if (i % 2 == 1) {
                repeated.add(t);
            }
        }
        FittedQ.Settings settings = FittedQ.Settings.of(2, 1, 1).with(LINEAR);
        double[] one = new double[1];
        double[] other = new double[1];
        FittedQ.fit(weighted, settings).q(new float[] {2, 1}, one);
        FittedQ.fit(repeated, settings).q(new float[] {2, 1}, other);
        assertThat(one[0]).isCloseTo(other[0], within(1e-9));
    }

    @Test
    void equalLogsGiveEqualBytesAndBytesGiveEqualValues() {
        FiniteProblem problem = problem("rescue");
        List<Transition> log = log(problem, 200, 1);
        for (Regressor regressor : List.of(Regressor.Trees.USUAL, CROSSED)) {
            for (Backup backup : List.of(new Backup.Best(), new Backup.Doubled())) {
                FittedQ.Settings settings =
                        settings(problem).with(regressor).with(backup).withLeastWeight(5);
                FittedQ fitted = FittedQ.fit(log, settings);
                byte[] bytes = fitted.toBytes();
                assertThat(FittedQ.fit(log, settings).toBytes()).isEqualTo(bytes);
                FittedQ again = FittedQ.fromBytes(bytes);
                assertThat(again.toBytes()).isEqualTo(bytes);
                double[] one = new double[6];
                double[] other = new double[6];
                for (int s = 0; s < problem.states(); s++) {
                    fitted.q(problem.features(s), one);
                    again.q(problem.features(s), other);
                    assertThat(other).isEqualTo(one);
                }
                assertThatThrownBy(() -> FittedQ.fromBytes(Arrays.copyOf(bytes, bytes.length / 2)))
                        .isInstanceOf(SnapshotException.class);
            }
        }
    }

    @Test
    void aBadTransitionIsNamedWithItsPlace() {
        Transition good = Transition.last(new float[] {1}, 0, 1);
        FittedQ.Settings settings = FittedQ.Settings.of(1, 2, 1);
        assertRefused(List.of(), settings, "this has 0");
        assertRefused(List.of(good, Transition.last(new float[] {1, 2}, 0, 1)), settings, "transition 1");
        assertRefused(List.of(good, Transition.last(new float[] {Float.NaN}, 0, 1)), settings, "NaN");
        assertRefused(List.of(good, Transition.last(new float[] {1}, 2, 1)), settings, "action is 2");
        assertRefused(
                List.of(Transition.step(new float[] {1}, 0, 1, new float[] {1}, new boolean[2], 1)),
                settings,
                "allows none of 2");
        assertRefused(List.of(good), settings, "no action has weight");
    }

    private static void assertRefused(List<Transition> log, FittedQ.Settings settings, String message) {
        assertThatThrownBy(() -> FittedQ.fit(log, settings))
                .isInstanceOf(BadTransitionException.class)
                .hasMessageContaining(message);
    }
}
