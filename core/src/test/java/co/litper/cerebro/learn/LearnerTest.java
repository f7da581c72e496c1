package co.litper.cerebro.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.world.WireException;
import co.litper.cerebro.world.WireWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearnerTest {

    @Test
    void aSnapshotWhoseShipmentsCannotBeFoundAgainIsTaughtFromTheBeginning() {
        byte[] old = new WireWriter().octet(1).varint(7).varint(123).varint(9).toBytes();
        Learner learner = Learner.restore(old);
        assertThat(learner.learnedThrough()).isZero();
        assertThat(learner.current().version()).isZero();
    }

    @Test
    void aSnapshotOfANewerReleaseIsRefused() {
        byte[] newer = new WireWriter().octet(99).varint(7).toBytes();
        assertThatThrownBy(() -> Learner.restore(newer))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("99");
    }

    @Test
    void aColdLearnerComesBackFromItsBytes() {
        Learner cold = Learner.cold();
        cold.keepNext();
        byte[] bytes = cold.publish().bytes();
        assertThat(bytes).isNotEmpty();
        Learner again = Learner.restore(bytes);
        assertThat(again.current().version()).isEqualTo(1);
        assertThat(again.hasNews()).isFalse();
    }

    @Test
    void aLearnerThatComesBackIsToldItsLastEntryAgainAndTakesFromItOnlyWhatItLacks() {
        List<Fact> entry = List.of(
                considered(1, IssueReason.RECIPIENT_UNAVAILABLE),
                considered(2, IssueReason.BAD_ADDRESS),
                considered(3, IssueReason.REJECTED));
        Learner through = Learner.cold();
        learn(through, 7, entry.subList(0, 2));
        byte[] kept = published(through);
        learn(through, 7, entry.subList(2, 3));
        learn(through, 8, entry);

        Learner back = Learner.restore(kept);
        assertThat(back.learnedThrough()).isEqualTo(7);
        learn(back, 7, entry);
        learn(back, 8, entry);

        assertThat(published(back)).isEqualTo(published(through));
    }

    private static Fact considered(long decision, IssueReason reason) {
        return new Considered(decision, 1, reason, Action.NONE, true, 1, 9_000, 100);
    }

    private static void learn(Learner learner, long position, List<Fact> facts) {
        facts.forEach(fact -> learner.learn(position, fact, id -> Optional.empty()));
    }

    private static byte[] published(Learner learner) {
        learner.keepNext();
        return learner.publish().bytes();
    }
}
