package co.litper.cerebro.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RescueLearnerTest {
    private static final double STAKE = 45_000;
    private static final Action[] FIRST = {Action.NONE, Action.REDELIVER, Action.ASK_ADDRESS};

    private long decisions;

    private static IssueStage stage(Reply reply, int contacts, Action since) {
        return new IssueStage(IssueReason.BAD_ADDRESS, 1, reply, contacts, false, Patience.MUCH, since);
    }

    /**
     * A world with a known best: asking gets a helpful reply in 6 of 10 cases, after which a redelivery succeeds in 9 of 10;
     * a blind redelivery succeeds in 2 of 10, waiting in 1 of 10. So asking first is worth .6 × .9 + .4 × .2 = .62.
     */
    private void live(RescueLearner learner, SplittableRandom random, int parcels) {
        for (int i = 0; i < parcels; i++) {
            long key = decisions + 1;
            Action first = FIRST[random.nextInt(FIRST.length)];
            learner.decided(key, ++decisions, stage(Reply.NONE, 0, Action.NONE), RescueLearner.Meant.NOTHING);
            if (first != Action.ASK_ADDRESS) {
                double chance = first == Action.REDELIVER ? 0.2 : 0.1;
                learner.ended(key, decisions, first, random.nextDouble() < chance, false);
                continue;
            }
            boolean helps = random.nextDouble() < 0.6;
            Action second = random.nextBoolean() ? Action.REDELIVER : Action.NONE;
            learner.decided(
                    key,
                    ++decisions,
                    stage(helps ? Reply.HELPFUL : Reply.NONE, 1, Action.ASK_ADDRESS),
                    RescueLearner.Meant.NOTHING);
            double chance = second == Action.NONE ? 0.1 : helps ? 0.9 : 0.2;
            learner.ended(key, decisions, second, random.nextDouble() < chance, false);
        }
    }

    @Test
    void stepsOfChanceTeachWhatPlayingWellIsWorth() {
        RescueLearner learner = new RescueLearner();
        live(learner, new SplittableRandom(3), 12_000);
        RescuePolicy policy = learner.policy();
        IssueStage start = stage(Reply.NONE, 0, Action.NONE);
        IssueStage helped = stage(Reply.HELPFUL, 1, Action.NONE);

        assertThat(policy.value(helped, Action.REDELIVER, STAKE).success()).isCloseTo(0.9, within(0.03));
        assertThat(policy.value(start, Action.REDELIVER, STAKE).success()).isCloseTo(0.2, within(0.03));
        assertThat(policy.value(start, Action.NONE, STAKE).success()).isCloseTo(0.1, within(0.03));
        RescuePolicy.Value asking = policy.value(start, Action.ASK_ADDRESS, STAKE);
        assertThat(asking.success()).as("seed 3; behaviour itself earned .42").isCloseTo(0.62, within(0.03));
        assertThat(asking.costCop()).isCloseTo(150, within(30.0));
        assertThat(asking.deviation()).isLessThan(0.02);
    }

    @Test
    void aStepThatLeadsWhereLittleWasTriedIsWorthWhatIsKnownOfStagesLikeIt() {
        RescueLearner learner = new RescueLearner();
        for (long key = 1; key <= 300; key++) {
            learner.decided(key, ++decisions, stage(Reply.NONE, 0, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.ended(key, decisions, Action.REDELIVER, key % 10 < 6, false);
        }
        for (long key = 301; key <= 360; key++) {
            learner.decided(key, ++decisions, stage(Reply.NONE, 0, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.decided(key, ++decisions, stage(Reply.NONE, 1, Action.CALL_CUSTOMER), RescueLearner.Meant.NOTHING);
            learner.ended(key, decisions, Action.NONE, false, false);
        }

        double calling = learner.policy()
                .value(stage(Reply.NONE, 0, Action.NONE), Action.CALL_CUSTOMER, STAKE)
                .success();
        assertThat(calling)
                .as("after a call the carrier can still be told, though nobody has")
                .isCloseTo(0.6, within(0.1));
    }

    @Test
    void whatHelpsWhileAnotherAttemptFollowsSaysNothingOfTheLastOne() {
        RescueLearner learner = new RescueLearner();
        for (long key = 1; key <= 300; key++) {
            learner.decided(key, ++decisions, stage(Reply.NONE, 0, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.ended(key, decisions, Action.REDELIVER, true, false);
        }
        IssueStage last = new IssueStage(
                IssueReason.BAD_ADDRESS, IssueStage.MOST_ISSUES, Reply.NONE, 0, false, Patience.MUCH, Action.NONE);

        assertThat(learner.policy().value(last, Action.REDELIVER, STAKE))
                .isEqualTo(new RescueLearner().policy().value(last, Action.REDELIVER, STAKE));
    }

    @Test
    void whatACallLeadsToIsLentToTheFirstNovedadFromTheSecondAndIsWorthMoreThere() {
        RescueLearner learner = new RescueLearner();
        for (long key = 1; key <= 400; key++) {
            learner.decided(key, ++decisions, at(2, 0, Patience.MUCH, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.decided(
                    key, ++decisions, at(2, 1, Patience.MUCH, Action.CALL_CUSTOMER), RescueLearner.Meant.NOTHING);
            learner.ended(key, decisions, Action.REDELIVER, key % 10 < 3, false);
        }
        for (long key = 401; key <= 800; key++) {
            learner.decided(key, ++decisions, at(1, 1, Patience.MUCH, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.ended(key, decisions, Action.REDELIVER, key % 10 < 8, false);
        }
        RescuePolicy policy = learner.policy();
        double second = policy.value(at(2, 0, Patience.MUCH, Action.NONE), Action.CALL_CUSTOMER, STAKE)
                .success();
        double first = policy.value(at(1, 0, Patience.MUCH, Action.NONE), Action.CALL_CUSTOMER, STAKE)
                .success();
        assertThat(second).isCloseTo(0.3, within(0.1));
        assertThat(first).as("as often answered, and more to come of it").isCloseTo(0.8, within(0.1));
    }

    @Test
    void waitingForNothingIsWorthNoMoreThanActingNow() {
        RescueLearner learner = new RescueLearner();
        for (long key = 1; key <= 200; key++) {
            learner.decided(key, ++decisions, at(1, 0, Patience.MUCH, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.ended(key, decisions, Action.REDELIVER, key % 10 < 5, false);
        }
        // A few who were lucky late make waiting look like hope.
        for (long key = 201; key <= 240; key++) {
            learner.decided(key, ++decisions, at(1, 0, Patience.MUCH, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.decided(key, ++decisions, at(1, 0, Patience.SOME, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.ended(key, decisions, Action.HOLD_IN_OFFICE, true, false);
        }
        RescuePolicy policy = learner.policy();
        IssueStage start = at(1, 0, Patience.MUCH, Action.NONE);
        assertThat(policy.value(start, Action.NONE, STAKE).cop(STAKE))
                .as("what was lucky late could have been done at once")
                .isLessThan(policy.value(start, Action.HOLD_IN_OFFICE, STAKE).cop(STAKE));
    }

    private static IssueStage at(int issue, int contacts, Patience patience, Action since) {
        return new IssueStage(IssueReason.BAD_ADDRESS, issue, Reply.NONE, contacts, false, patience, since);
    }

    @Test
    void withoutExperienceThePriorsSpeakAndAreUnsure() {
        RescuePolicy cold = new RescueLearner().policy();
        IssueStage start = stage(Reply.NONE, 0, Action.NONE);
        assertThat(cold.value(start, Action.ASK_ADDRESS, STAKE).success()).isCloseTo(0.9, within(1e-6));
        assertThat(cold.value(start, Action.ASK_ADDRESS, STAKE).deviation()).isBetween(0.03, 0.06);
        assertThat(cold.evidence(IssueReason.BAD_ADDRESS, Action.ASK_ADDRESS)).isZero();
        assertThat(cold.value(stage(Reply.REFUSED, 1, Action.NONE), Action.REDELIVER, STAKE)
                        .success())
                .isLessThan(cold.value(start, Action.REDELIVER, STAKE).success());
    }

    @Test
    void whatIsNotSettledOrOfAnotherDecisionTeachesNothing() {
        RescueLearner learner = new RescueLearner();
        learner.decided(7, 100, stage(Reply.NONE, 0, Action.NONE), RescueLearner.Meant.NOTHING);
        learner.ended(7, 99, Action.REDELIVER, true, false);
        learner.ended(8, 100, Action.REDELIVER, true, false);
        assertThat(learner.size()).isZero();
        learner.ended(7, 100, Action.REDELIVER, true, true);
        assertThat(learner.size()).isEqualTo(1);
        assertThat(learner.policy().evidence(IssueReason.BAD_ADDRESS, Action.REDELIVER))
                .isEqualTo(1);
    }

    @Test
    void oneReadFromItsBytesGoesOnAsThisOneWould() {
        RescueLearner learner = new RescueLearner();
        live(learner, new SplittableRandom(4), 500);
        learner.decided(-5, 900_000, stage(Reply.NONE, 0, Action.NONE), RescueLearner.Meant.NOTHING);
        RescueLearner again = RescueLearner.read(new WireReader(bytes(learner)));
        long before = decisions;
        live(learner, new SplittableRandom(5), 100);
        decisions = before;
        live(again, new SplittableRandom(5), 100);
        learner.ended(-5, 900_000, Action.NONE, false, false);
        again.ended(-5, 900_000, Action.NONE, false, false);

        assertThat(bytes(again)).isEqualTo(bytes(learner));
        IssueStage start = stage(Reply.NONE, 0, Action.NONE);
        assertThat(again.policy().value(start, Action.ASK_ADDRESS, STAKE))
                .isEqualTo(learner.policy().value(start, Action.ASK_ADDRESS, STAKE));
    }

    @Test
    void theOldestStepsAreForgotten() {
        RescueLearner learner = new RescueLearner();
        for (int i = 0; i < RescueLearner.MOST_STEPS; i++) {
            learner.decided(1, i, stage(Reply.NONE, 0, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.ended(1, i, Action.REDELIVER, false, false);
        }
        for (int i = 0; i < RescueLearner.MOST_STEPS; i++) {
            learner.decided(1, i, stage(Reply.NONE, 0, Action.NONE), RescueLearner.Meant.NOTHING);
            learner.ended(1, i, Action.REDELIVER, true, false);
        }
        assertThat(learner.size()).isEqualTo(RescueLearner.MOST_STEPS);
        assertThat(learner.policy()
                        .value(stage(Reply.NONE, 0, Action.NONE), Action.REDELIVER, STAKE)
                        .success())
                .isGreaterThan(0.99);
    }

    private static byte[] bytes(RescueLearner learner) {
        WireWriter out = new WireWriter();
        learner.write(out);
        return out.toBytes();
    }
}
