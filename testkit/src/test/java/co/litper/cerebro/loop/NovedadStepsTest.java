package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A novedad is dealt with step by step: ask, hear, tell the carrier. */
class NovedadStepsTest {

    private static World withIssue() {
        World world = new World().letAct();
        world.live(World.guide("G1", "", World.ANA));
        world.live(World.scan("G1", ShipmentState.SHIPPED));
        world.live(World.issue("G1", IssueReason.BAD_ADDRESS));
        return world;
    }

    @Test
    void aHelpfulReplyIsPassedOnToTheCarrierAtOnce() {
        try (World world = withIssue()) {
            assertThat(world.actionsSent()).containsExactly(Action.ASK_ADDRESS);
            world.pass(Duration.ofHours(1));
            world.live(new CustomerReplied(World.ANA, "G1", "new_address"));

            assertThat(world.actionsSent()).containsExactly(Action.ASK_ADDRESS, Action.REDELIVER);
            assertThat(world.home("G1").parcel().hasOpenIssue()).isFalse();
            assertThat(world.rowsAndRebuilt().get(0))
                    .isEqualTo(world.rowsAndRebuilt().get(1));
        }
    }

    @Test
    void silenceIsFollowedByAnotherStepWhichKeepsTheContactRules() {
        try (World world = withIssue()) {
            world.pass(Duration.ofHours(3));
            world.tick();
            assertThat(world.sent).as("a reply may still come").hasSize(1);
            world.pass(Duration.ofHours(2));
            world.tick();
            assertThat(world.home("G1").progress().steps()).isEqualTo(2);
            long contacts = world.actionsSent().stream()
                    .filter(Action::contactsCustomer)
                    .count();
            assertThat(contacts).as("one a day").isEqualTo(1);
        }
    }

    @Test
    void aRefusalIsHeardAndNothingIsDecidedOnSmallTalk() {
        try (World world = withIssue()) {
            Answer.Recorded thanks = (Answer.Recorded) world.live(new CustomerReplied(World.ANA, "G1", "other"));
            assertThat(thanks.decisions()).allSatisfy(d -> assertThat(d.stage()).isNull());
            Answer.Recorded no = (Answer.Recorded) world.live(new CustomerReplied(World.ANA, "G1", "rejects"));
            assertThat(no.decisions()).hasSize(1);
            assertThat(no.decisions().getFirst().stage().reply()).isEqualTo(Reply.REFUSED);
            assertThat(no.decisions().getFirst().stage().since()).isEqualTo(Action.ASK_ADDRESS);
        }
    }

    @Test
    void whatPeopleDidIsWhatTheNextDecisionSees() {
        try (World world = new World()) {
            world.live(World.guide("G1", "", World.ANA));
            world.live(World.scan("G1", ShipmentState.SHIPPED));
            world.live(World.issue("G1", IssueReason.RECIPIENT_UNAVAILABLE));
            assertThat(world.sent).as("only proposals").isEmpty();
            world.live(new IssueResolved("G1", "redeliver"));
            world.pass(Duration.ofHours(20));
            world.live(World.scan("G1", ShipmentState.OUT_FOR_DELIVERY));
            world.pass(Duration.ofHours(4));
            Answer.Recorded again = (Answer.Recorded) world.live(World.issue("G1", IssueReason.RECIPIENT_UNAVAILABLE));
            assertThat(again.decisions().getFirst().stage().since()).isEqualTo(Action.REDELIVER);
            assertThat(again.decisions().getFirst().stage().issue()).isEqualTo(2);
        }
    }

    @Test
    void stepsAreBounded() {
        try (World world = withIssue()) {
            for (int i = 0; i < 100; i++) {
                world.pass(Duration.ofHours(6));
                world.tick();
            }
            assertThat(world.home("G1").progress().steps()).isLessThanOrEqualTo(10);
        }
    }
}
