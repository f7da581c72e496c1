package co.litper.cerebro.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.world.WireException;
import co.litper.cerebro.world.WireWriter;
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
}
