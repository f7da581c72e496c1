package co.litper.cerebro.learners.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.reinforce.problem.FiniteProblem;
import co.litper.cerebro.learners.reinforce.problem.FiniteProblem.Played;
import co.litper.cerebro.learners.reinforce.problem.KnownProblems;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TabularQTest {
    static final List<Backup> BACKUPS =
            List.of(new Backup.Best(), new Backup.Doubled(), new Backup.Expected(new Explorer.EpsilonGreedy(0.05)));
    private static final Explorer GREEDY = new Explorer.EpsilonGreedy(0);
    private static final boolean[] BOTH = {true, true};

    /** Plays and learns, exploring less and less. */
    private static TabularQ taught(
            FiniteProblem problem, TabularQ.Settings settings, int ahead, int episodes, long seed) {
        TabularQ table = new TabularQ(settings);
        SplitMix random = new SplitMix(seed);
        for (int e = 0; e < episodes; e++) {
            Explorer explorer = new Explorer.EpsilonGreedy(Math.max(0.05, 1 - 2.0 * e / episodes));
            Played played = problem.play((s, _, mask, unit) -> table.choose(s, mask, explorer, unit), random);
            int last = played.states()[played.states().length - 1];
            if (played.episode().isEnded()) {
                table.learn(visits(played), ahead);
            } else {
                table.learnOpen(visits(played), last, problem.allowed(last), ahead);
            }
        }
        return table;
    }

    private static List<Visit> visits(Played played) {
        List<Visit> visits = new ArrayList<>();
        for (Step s : played.episode().steps()) {
            visits.add(new Visit(played.states()[visits.size()], s.allowed(), s.action(), s.reward(), s.discount()));
        }
        return visits;
    }

    private static double score(FiniteProblem problem, TabularQ table) {
        return problem.score(problem.value(problem.policy(
                s -> table.choose(s, problem.allowed(s), GREEDY, 0).distribution())));
    }

    @ParameterizedTest
    @FieldSource("BACKUPS")
    void everyBackupComesNearTheBestPolicy(Backup backup) {
        for (FiniteProblem problem : List.of(KnownProblems.chain(), KnownProblems.garnet(1), KnownProblems.rescue())) {
            TabularQ.Settings settings = TabularQ.Settings.of(problem.actions()).with(backup);
            assertThat(score(problem, taught(problem, settings, 1, 15_000, 1)))
                    .as("%s, %s, seed 1", problem, backup)
                    .isBetween(0.9, 1 + 1e-9);
        }
    }

    @Test
    void theCliffIsWalkedInThirteenSteps() {
        FiniteProblem cliff = KnownProblems.cliff();
        TabularQ table = taught(cliff, TabularQ.Settings.of(4), 1, 3_000, 1);
        double[][] policy =
                cliff.policy(s -> table.choose(s, cliff.allowed(s), GREEDY, 0).distribution());
        assertThat(cliff.value(policy)).isCloseTo(-13, within(1e-9));
    }

    @Test
    void lookingAheadLearnsFromFewerEpisodes() {
        FiniteProblem chain = KnownProblems.chain();
        TabularQ.Settings settings = TabularQ.Settings.of(2);
        TabularQ one = new TabularQ(settings);
        TabularQ far = new TabularQ(settings);
        List<Visit> visits = new ArrayList<>();
        for (int place = 0; place < 6; place++) {
            visits.add(new Visit(place, BOTH, 1, place == 5 ? 10 : 0, 1));
        }
        for (int t = 0; t < 5; t++) {
            one.learn(t, 1, 0, t + 1, BOTH, 1);
        }
        one.learnLast(5, 1, 10);
        far.learn(visits, 6);
        double[] q = new double[2];
        one.q(0, q);
        assertThat(q[1]).isZero();
        far.q(0, q);
        assertThat(q).containsExactly(0, 10);
        assertThat(score(chain, taught(chain, settings, 3, 5_000, 1))).isGreaterThan(0.9);
    }

    @Test
    void aMaskedActionNeverCountsForTheNextState() {
        TabularQ table = new TabularQ(TabularQ.Settings.of(2));
        table.learnLast(7, 1, 1_000);
        table.learnLast(7, 0, 1);
        table.learn(3, 0, 0, 7, new boolean[] {true, false}, 0.5);
        double[] q = new double[2];
        table.q(3, q);
        assertThat(q[0]).isEqualTo(0.5);
    }

    @Test
    void stepsShrinkAsTheyAreToldAndVisitsAreCounted() {
        TabularQ table = new TabularQ(TabularQ.Settings.of(1).with(new StepSize(1, 1, 0)));
        double[] q = new double[1];
        for (int i = 1; i <= 9; i++) {
            table.learnLast(-5, 0, i);
        }
        table.q(-5, q);
        assertThat(q[0]).isCloseTo(5, within(1e-12));
        assertThat(table.visits(-5, 0)).isEqualTo(9);
        assertThat(new StepSize(0.5, 0, 0.1).at(1_000)).isEqualTo(0.5);
        assertThat(new StepSize(0.5, 1, 0.1).at(1_000)).isEqualTo(0.1);
    }

    @Test
    void aFullTableForgetsTheStateThatWasNotLearnedForLong() {
        TabularQ.Settings settings = new TabularQ.Settings(1, 64, StepSize.USUAL, new Backup.Best(), -1, 0);
        TabularQ table = new TabularQ(settings);
        double[] q = new double[1];
        for (int i = 0; i < 10_000; i++) {
            table.learnLast(i, 0, i);
            table.learnLast(-1, 0, 42);
        }
        assertThat(table.states()).isEqualTo(64);
        table.q(-1, q);
        assertThat(q[0]).isEqualTo(42);
        table.q(9_999, q);
        assertThat(q[0]).isEqualTo(9_999);
        table.q(0, q);
        assertThat(q[0]).isEqualTo(-1);
        assertThat(TabularQ.fromBytes(table.toBytes(), settings).toBytes()).isEqualTo(table.toBytes());
    }

    @ParameterizedTest
    @FieldSource("BACKUPS")
    void whatIsReadBackGoesOnAlike(Backup backup) {
        FiniteProblem problem = KnownProblems.rescue();
        TabularQ.Settings settings = TabularQ.Settings.of(6).with(backup);
        TabularQ table = taught(problem, settings, 2, 200, 1);
        assertThat(taught(problem, settings, 2, 200, 1).toBytes()).isEqualTo(table.toBytes());
        TabularQ again = TabularQ.fromBytes(table.toBytes(), settings);
        problem.playEvenly(50, 3).forEach(p -> {
            table.learn(visits(p), 1);
            again.learn(visits(p), 1);
        });
        assertThat(again.toBytes()).isEqualTo(table.toBytes());
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        TabularQ.Settings settings = TabularQ.Settings.of(2).with(new Backup.Doubled());
        TabularQ table = new TabularQ(settings);
        table.learnLast(1, 0, 5);
        byte[] before = table.toBytes();
        assertRefused(() -> table.learnLast(1, 2, 0), "action is 2");
        assertRefused(() -> table.learnLast(1, 0, Double.NaN), "reward");
        assertRefused(() -> table.learn(1, 0, 0, 2, new boolean[2], 1), "allows none");
        assertRefused(() -> table.learn(1, 0, 0, 2, new boolean[3], 1), "3 actions");
        assertRefused(() -> table.learn(1, 0, 0, 2, BOTH, Double.NaN), "discount");
        assertRefused(() -> table.learn(List.of(new Visit(1, BOTH, 0, 0, 1)), 0), "at least 1");
        assertRefused(() -> table.q(1, new double[3]), "room for 3");
        assertThat(table.toBytes()).isEqualTo(before);
        assertThatThrownBy(() -> TabularQ.fromBytes(Arrays.copyOf(before, 30), settings))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> TabularQ.fromBytes(before, TabularQ.Settings.of(2)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("2 tables");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadTransitionException.class).hasMessageContaining(message);
    }
}
