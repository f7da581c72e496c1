package co.litper.cerebro.policy;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Reply;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequelTest {
    private static final int TRIES = 20_000;

    @Test
    void whatFollowedAStageFollowsItAgain() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < TRIES; i++) {
            IssueStage from = IssueStage.of(random.nextInt(IssueStage.COUNT), Action.NONE);
            IssueStage to = IssueStage.of(random.nextInt(IssueStage.COUNT), Action.NONE);
            if (to.issue() >= from.issue()) {
                assertThat(Sequel.after(Sequel.of(from, to.code()), from))
                        .as("seed 11: from %s to %s", from, to)
                        .isEqualTo(to.code());
            }
        }
    }

    @Test
    void endsStayEnds() {
        IssueStage from = stage(1, 0, Reply.NONE);
        for (int end = RescueStep.LOWEST; end < 0; end++) {
            assertThat(Sequel.of(from, end)).isEqualTo(end);
            assertThat(Sequel.after(end, from)).isEqualTo(end);
        }
    }

    @Test
    void oneContactMoreIsOneMoreWhereverItIsLent() {
        int asked =
                Sequel.of(stage(1, 0, Reply.NONE), stage(1, 1, Reply.HELPFUL).code());
        assertThat(Sequel.after(asked, stage(2, 1, Reply.NONE)))
                .isEqualTo(stage(2, 2, Reply.HELPFUL).code());
        assertThat(Sequel.after(asked, stage(2, 3, Reply.NONE)))
                .as("the last count means that or more")
                .isEqualTo(stage(2, 3, Reply.HELPFUL).code());
    }

    @Test
    void theNextNovedadBeginsWithoutContacts() {
        int failed =
                Sequel.of(stage(1, 2, Reply.HELPFUL), stage(2, 0, Reply.NONE).code());
        assertThat(Sequel.after(failed, stage(2, 1, Reply.HELPFUL)))
                .isEqualTo(stage(3, 0, Reply.NONE).code());
    }

    private static IssueStage stage(int issue, int contacts, Reply reply) {
        return new IssueStage(IssueReason.COD_ISSUE, issue, reply, contacts, false, Patience.MUCH, Action.NONE);
    }
}
