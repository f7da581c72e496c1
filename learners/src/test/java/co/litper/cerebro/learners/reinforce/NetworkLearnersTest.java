package co.litper.cerebro.learners.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.reinforce.problem.FiniteProblem;
import co.litper.cerebro.learners.reinforce.problem.KnownProblems;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Double DQN and actor–critic. */
class NetworkLearnersTest {
    private static final Explorer GREEDY = new Explorer.EpsilonGreedy(0);
    private static final boolean[] BOTH = {true, true};

    private static DoubleDqn taught(FiniteProblem problem, DqnSettings settings, int episodes, int ahead) {
        DoubleDqn dqn = new DoubleDqn(settings);
        SplitMix random = new SplitMix(settings.seed());
        for (int e = 0; e < episodes; e++) {
            Explorer explorer = new Explorer.EpsilonGreedy(Math.max(0.05, 1 - 2.0 * e / episodes));
            problem.play((_, f, mask, unit) -> dqn.choose(f, mask, explorer, unit), random)
                    .episode()
                    .transitions(ahead)
                    .forEach(dqn::learn);
        }
        return dqn;
    }

    private static ActorCritic taught(FiniteProblem problem, ActorCritic.Settings settings, int episodes) {
        ActorCritic learner = new ActorCritic(settings);
        SplitMix random = new SplitMix(settings.seed());
        for (int e = 0; e < episodes; e++) {
            learner.learn(problem.play((_, f, mask, unit) -> learner.choose(f, mask, unit), random)
                    .episode());
        }
        return learner;
    }

    @Test
    void doubleDqnComesNearTheBestPolicy() {
        for (FiniteProblem problem : List.of(KnownProblems.garnet(1), KnownProblems.rescue())) {
            for (long seed = 1; seed <= (problem.width() > 10 ? 1 : 2); seed++) {
                double scale = Math.max(1, problem.optimum());
                DqnSettings settings = DqnSettings.of(problem.width(), problem.actions(), scale)
                        .withSeed(seed);
                DoubleDqn dqn = taught(problem, settings, 2_000, 1);
                assertThat(problem.score(problem.value(problem.policy(dqn, GREEDY))))
                        .as("%s, seed %d", problem, seed)
                        .isBetween(0.95, 1 + 1e-9);
            }
        }
    }

    @Test
    void doubleDqnLearnsFromReturnsOfSeveralSteps() {
        FiniteProblem problem = KnownProblems.rescue();
        DoubleDqn dqn = taught(problem, DqnSettings.of(4, 6, 30), 2_000, 3);
        assertThat(problem.score(problem.value(problem.policy(dqn, GREEDY))))
                .as("seed 1")
                .isGreaterThan(0.9);
    }

    @Test
    void actorCriticComesNearTheBestPolicyExplorationIncluded() {
        for (FiniteProblem problem : List.of(KnownProblems.garnet(1), KnownProblems.rescue())) {
            for (long seed = 1; seed <= (problem.width() > 10 ? 1 : 2); seed++) {
                double scale = Math.max(1, problem.optimum());
                ActorCritic.Settings settings = ActorCritic.Settings.of(problem.width(), problem.actions(), scale)
                        .withSeed(seed);
                ActorCritic learner = taught(problem, settings, 8_000);
                double[][] policy = problem.policy(s -> learner.distribution(problem.features(s), problem.allowed(s)));
                assertThat(problem.score(problem.value(policy)))
                        .as("%s, seed %d", problem, seed)
                        .isBetween(0.85, 1.0);
            }
        }
    }

    @Test
    void criticsExpectOnAverageWhatTheirPoliciesEarn() {
        FiniteProblem problem = KnownProblems.rescue();
        double off = 0;
        int seeds = 8;
        for (long seed = 1; seed <= seeds; seed++) {
            ActorCritic learner =
                    taught(problem, ActorCritic.Settings.of(4, 6, 30).withSeed(seed), 4_000);
            double[][] policy = problem.policy(s -> learner.distribution(problem.features(s), problem.allowed(s)));
            off += (learner.value(problem.features(5 * 32)) - problem.value(policy)) / seeds;
        }
        // A loss that leans towards the median is off by more than 5.
        assertThat(off).as("seeds 1 to 8").isCloseTo(0, within(3.0));
    }

    @Test
    void actorCriticLearnsFromEpisodesOfAnotherPolicy() {
        FiniteProblem problem = KnownProblems.rescue();
        ActorCritic learner = new ActorCritic(ActorCritic.Settings.of(4, 6, 30));
        problem.playEvenly(10_000, 1).forEach(p -> learner.learn(p.episode()));
        double[][] policy = problem.policy(s -> learner.distribution(problem.features(s), problem.allowed(s)));
        assertThat(problem.score(problem.value(policy))).as("seed 1").isGreaterThan(0.7);
    }

    @Test
    void masksHoldAndPropensitiesAreExact() {
        ActorCritic learner = new ActorCritic(ActorCritic.Settings.of(1, 3, 1));
        boolean[] allowed = {true, false, true};
        double[] p = learner.distribution(new float[] {0.4f}, allowed);
        Choice choice = learner.choose(new float[] {0.4f}, allowed, 0.9);
        assertThat(p[1]).isZero();
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
        assertThat(choice.propensity()).isEqualTo(p[choice.index()]);
    }

    @Test
    void equalSeedsGiveEqualBytesAndWhatIsReadBackGoesOnAlike() {
        FiniteProblem problem = KnownProblems.rescue();
        DqnSettings settings = DqnSettings.of(4, 6, 30).withCapacity(300).withHidden(8);
        DoubleDqn dqn = taught(problem, settings, 400, 1);
        assertThat(dqn.trained()).isPositive();
        assertThat(taught(problem, settings, 400, 1).toBytes()).isEqualTo(dqn.toBytes());
        DoubleDqn again = DoubleDqn.fromBytes(dqn.toBytes(), settings);
        ActorCritic.Settings actor = ActorCritic.Settings.of(4, 6, 30);
        ActorCritic critic = taught(problem, actor, 101);
        assertThat(taught(problem, actor, 101).toBytes()).isEqualTo(critic.toBytes());
        ActorCritic criticAgain = ActorCritic.fromBytes(critic.toBytes(), actor);
        problem.playEvenly(50, 3).forEach(p -> {
            p.episode().transitions(1).forEach(t -> {
                dqn.learn(t);
                again.learn(t);
            });
            critic.learn(p.episode());
            criticAgain.learn(p.episode());
        });
        assertThat(again.toBytes()).isEqualTo(dqn.toBytes());
        assertThat(criticAgain.toBytes()).isEqualTo(critic.toBytes());
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        DoubleDqn dqn = new DoubleDqn(DqnSettings.of(1, 2, 1));
        ActorCritic critic = new ActorCritic(ActorCritic.Settings.of(1, 2, 1));
        byte[] before = dqn.toBytes();
        byte[] beforeToo = critic.toBytes();
        assertRefused(() -> dqn.learn(Transition.last(new float[2], 0, 0)), "2 values");
        assertRefused(() -> dqn.learn(Transition.last(new float[] {Float.NaN}, 0, 0)), "NaN");
        assertRefused(() -> dqn.q(new float[] {Float.NaN}, new double[2]), "NaN");
        assertRefused(() -> dqn.choose(new float[1], new boolean[2], GREEDY, 0), "allows none");
        assertRefused(() -> critic.choose(new float[1], new boolean[2], 0), "allows none");
        Step good = new Step(new float[1], BOTH, 0, 1, 1, 0.5);
        Step wide = new Step(new float[2], BOTH, 0, 1, 1, 0.5);
        assertRefused(() -> critic.learn(Episode.ended(List.of(good, wide))), "2 values");
        assertRefused(() -> critic.learn(Episode.open(List.of(good), new float[] {Float.NaN}, BOTH)), "NaN");
        assertThat(dqn.toBytes()).isEqualTo(before);
        assertThat(critic.toBytes()).isEqualTo(beforeToo);
    }

    @Test
    void hugeRewardsAndFeaturesLeaveFiniteValues() {
        DqnSettings settings = DqnSettings.of(1, 2, 1).withHidden(8).withCapacity(1_000);
        DoubleDqn dqn = new DoubleDqn(settings);
        ActorCritic critic = new ActorCritic(ActorCritic.Settings.of(1, 2, 1).withExploration(0.01, 0));
        float[] huge = {Float.MAX_VALUE};
        for (int i = 0; i < 2_000; i++) {
            dqn.learn(Transition.last(huge, i % 2, i % 3 == 0 ? 1e15 : -1e15));
            critic.learn(Episode.ended(List.of(new Step(huge, BOTH, i % 2, i % 3 == 0 ? 1e15 : -1e15, 1, 1e-300))));
        }
        double[] q = new double[2];
        dqn.q(huge, q);
        assertThat(Double.isFinite(q[0]) && Double.isFinite(q[1])).isTrue();
        assertThat(critic.value(huge)).isFinite();
        assertThat(Arrays.stream(critic.distribution(huge, BOTH)).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void otherBytesAreRefused() {
        DqnSettings settings = DqnSettings.of(1, 2, 1);
        byte[] dqn = new DoubleDqn(settings).toBytes();
        byte[] critic = new ActorCritic(ActorCritic.Settings.of(1, 2, 1)).toBytes();
        assertThatThrownBy(() -> DoubleDqn.fromBytes(critic, settings)).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> DoubleDqn.fromBytes(Arrays.copyOf(dqn, dqn.length - 1), settings))
                .isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> DoubleDqn.fromBytes(dqn, settings.withHidden(7)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("parameters");
        assertThatThrownBy(() -> ActorCritic.fromBytes(critic, ActorCritic.Settings.of(2, 2, 1)))
                .isInstanceOf(SnapshotException.class);
        byte[] newer = critic.clone();
        newer[4]++;
        assertThatThrownBy(() -> ActorCritic.fromBytes(newer, ActorCritic.Settings.of(1, 2, 1)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("version 2");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadTransitionException.class).hasMessageContaining(message);
    }
}
