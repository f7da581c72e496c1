package co.litper.cerebro.learners.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.reinforce.problem.FiniteProblem;
import co.litper.cerebro.learners.reinforce.problem.KnownProblems;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Snapshots that an earlier release wrote are read as they were meant. */
class StoredSnapshotsTest {
    private static final FiniteProblem RESCUE = KnownProblems.rescue();
    static final TabularQ.Settings TABLE = TabularQ.Settings.of(6).with(new Backup.Doubled());
    static final FittedQ.Settings TREES =
            FittedQ.Settings.of(4, 6, 3).with(new Regressor.Trees(3, 20, 1)).withLeastWeight(5);
    static final FittedQ.Settings RIDGE =
            TREES.with(new Regressor.Ridge(1, true)).with(new Backup.Doubled());
    static final DqnSettings NETWORK = DqnSettings.of(4, 6, 30).withHidden(4).withCapacity(80);
    static final ActorCritic.Settings ACTOR =
            new ActorCritic.Settings(4, 6, new int[] {4}, 0.01, 0.01, 4, 8, 0.01, 0.05, 30, 1);

    static List<Transition> log() {
        List<Transition> log = new ArrayList<>();
        RESCUE.playEvenly(100, 1).forEach(p -> log.addAll(p.episode().transitions(1)));
        return log;
    }

    static TabularQ table() {
        TabularQ table = new TabularQ(TABLE);
        RESCUE.playEvenly(100, 1).forEach(p -> {
            List<Visit> visits = new ArrayList<>();
            p.episode()
                    .steps()
                    .forEach(s ->
                            visits.add(new Visit(p.states()[visits.size()], s.allowed(), s.action(), s.reward(), 1)));
            table.learn(visits, 2);
        });
        return table;
    }

    static DoubleDqn network() {
        DoubleDqn dqn = new DoubleDqn(NETWORK);
        for (int i = 0; i < 4; i++) {
            log().forEach(dqn::learn);
        }
        return dqn;
    }

    static ActorCritic actor() {
        ActorCritic learner = new ActorCritic(ACTOR);
        RESCUE.playEvenly(100, 1).forEach(p -> learner.learn(p.episode()));
        return learner;
    }

    @Test
    void tablesAreRead() throws IOException {
        byte[] stored = stored("tabular-q");
        TabularQ old = TabularQ.fromBytes(stored, TABLE);
        assertThat(old.toBytes()).isEqualTo(stored);
        double[] q = new double[6];
        double[] expected = new double[6];
        old.q(5 * 32, q);
        table().q(5 * 32, expected);
        assertThat(q).containsExactly(expected, within(1e-9));
    }

    @Test
    void fittedValuesAreRead() throws IOException {
        assertReads("fitted-q-trees", FittedQ.fit(log(), TREES));
        assertReads("fitted-q-ridge", FittedQ.fit(log(), RIDGE));
    }

    private static void assertReads(String name, FittedQ expected) throws IOException {
        byte[] stored = stored(name);
        FittedQ old = FittedQ.fromBytes(stored);
        assertThat(old.toBytes()).isEqualTo(stored);
        assertEqual(old, expected);
    }

    @Test
    void networksAndTheirMemoriesAreRead() throws IOException {
        byte[] stored = stored("double-dqn");
        DoubleDqn old = DoubleDqn.fromBytes(stored, NETWORK);
        assertThat(old.toBytes()).isEqualTo(stored);
        assertThat(old.trained()).isPositive();
        assertEqual(old, network());
    }

    private static void assertEqual(ActionValues old, ActionValues expected) {
        double[] one = new double[6];
        double[] other = new double[6];
        for (int s = 0; s < RESCUE.states(); s += 7) {
            old.q(RESCUE.features(s), one);
            expected.q(RESCUE.features(s), other);
            assertThat(one).containsExactly(other, within(1e-6));
        }
    }

    @Test
    void actorsAndCriticsAreRead() throws IOException {
        byte[] stored = stored("actor-critic");
        ActorCritic old = ActorCritic.fromBytes(stored, ACTOR);
        assertThat(old.toBytes()).isEqualTo(stored);
        float[] row = RESCUE.features(5 * 32);
        assertThat(old.value(row)).isCloseTo(actor().value(row), within(1e-6));
    }

    private static byte[] stored(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                StoredSnapshotsTest.class.getResourceAsStream("/snapshots/" + name + "-v1.bin"))) {
            return in.readAllBytes();
        }
    }
}
