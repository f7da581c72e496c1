package co.litper.cerebro.learn;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.policy.RescueStep;
import co.litper.cerebro.think.EarnedAutonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.vocabulary.Reward;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AutonomyLearnerTest {
    private static final IssueReason REASON = IssueReason.BAD_ADDRESS;
    private static final int STAGE = new IssueStage(REASON, 1, Reply.NONE, 0, false, Patience.MUCH, Action.NONE).code();
    private static final int ANSWERED =
            new IssueStage(REASON, 1, Reply.HELPFUL, 1, false, Patience.MUCH, Action.NONE).code();
    private static final int SILENCE =
            new IssueStage(REASON, 1, Reply.NONE, 1, false, Patience.MUCH, Action.NONE).code();

    private final SplittableRandom random = new SplittableRandom(5);

    private static AutonomyLearner thatAsksForAYes(Action action) {
        AutonomyLearner learner = new AutonomyLearner();
        Proposal proposal = new Proposal(EarnedAutonomy.cell(action, REASON), action, "", 0.5f, 0.5f);
        for (int i = 0; i < 2 * AutonomyEvidence.PROPOSALS; i++) {
            long atMs = Duration.ofDays(i).toMillis();
            Basis basis = new Basis(atMs, true, null, null, List.of(proposal), new byte[0], new byte[0]);
            boolean well = i % 4 < 2;
            learner.settled(basis, settled(i, i % 2 == 0 ? action : Action.NONE), well);
        }
        assertThat(learner.levels().level(action, REASON)).isEqualTo(Autonomy.APPROVE);
        return learner;
    }

    private static Settled settled(long id, Action done) {
        return new Settled(
                id, id, Outcome.DELIVERY_SUCCESS, new Reward(1, 1_000), false, true, 1, done, true, "", 1, true);
    }

    private void steps(AutonomyLearner learner, Action action, int count, double answered, Autonomy by) {
        for (int i = 0; i < count; i++) {
            int next = random.nextDouble() < answered ? ANSWERED : SILENCE;
            learner.followed(new RescueStep(STAGE, action.ordinal(), next, by));
        }
    }

    @Test
    void questionsThatAreNoLongerAnsweredLoseWhatQuestionsHadEarned() {
        AutonomyLearner learner = thatAsksForAYes(Action.ASK_ADDRESS);
        steps(learner, Action.ASK_TIME, 400, 0.5, Autonomy.ACT);
        assertThat(learner.levels().level(Action.ASK_ADDRESS, REASON)).isEqualTo(Autonomy.APPROVE);

        steps(learner, Action.ASK_TIME, 40, 0, Autonomy.ACT);

        assertThat(learner.levels().level(Action.ASK_ADDRESS, REASON)).isEqualTo(Autonomy.RECOMMEND);
        assertThat(learner.report().lines()).allMatch(line -> line.proposals() == 0 && line.lost() == 1);
    }

    @Test
    void whatPeopleDoByThemselvesSaysNothingAboutOurChannels() {
        AutonomyLearner learner = thatAsksForAYes(Action.CALL_CUSTOMER);
        steps(learner, Action.CALL_CUSTOMER, 400, 0.5, Autonomy.APPROVE);
        steps(learner, Action.CALL_CUSTOMER, 400, 0, Autonomy.RECOMMEND);
        assertThat(learner.levels().level(Action.CALL_CUSTOMER, REASON)).isEqualTo(Autonomy.APPROVE);
    }

    @Test
    void whatWeDoByOurselvesIsSeenEvenIfPeopleMakeGoodTheRest() {
        AutonomyLearner learner = thatAsksForAYes(Action.REDELIVER);
        steps(learner, Action.REDELIVER, 200, 0.5, Autonomy.ACT);
        steps(learner, Action.REDELIVER, 2_000, 0.5, Autonomy.APPROVE);
        for (int i = 0; i < 40; i++) {
            steps(learner, Action.REDELIVER, 1, 0, Autonomy.ACT);
            steps(learner, Action.REDELIVER, 2, 0.5, Autonomy.APPROVE);
        }
        assertThat(learner.levels().level(Action.REDELIVER, REASON)).isEqualTo(Autonomy.RECOMMEND);
    }

    @Test
    void aWatchReadBackSeesTheSame() {
        AutonomyLearner learner = thatAsksForAYes(Action.ASK_CASH);
        steps(learner, Action.ASK_CASH, 300, 0.5, Autonomy.ACT);
        AutonomyLearner again = AutonomyLearner.fromBytes(learner.toBytes());
        for (AutonomyLearner each : List.of(learner, again)) {
            for (int i = 0; i < 60; i++) {
                steps(each, Action.ASK_CASH, 1, 0, Autonomy.ACT);
            }
        }
        assertThat(again.toBytes()).isEqualTo(learner.toBytes());
        assertThat(again.levels().level(Action.ASK_CASH, REASON)).isEqualTo(Autonomy.RECOMMEND);
    }
}
