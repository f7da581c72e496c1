package co.litper.cerebro.server.face.learning;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.server.Story;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogEndTest {
    private final Story story = new Story();

    private void decided(String guide, boolean observed) {
        long id = Decision.idOf(story.log().end(), 0);
        Decision d = story.decision(id, guide, Story.NOW, List.of(Story.askAddress()));
        Fact decision = new Decision(
                d.id(),
                d.key(),
                d.atMs(),
                observed,
                d.first(),
                d.issue(),
                d.stage(),
                d.snapshot(),
                d.context(),
                d.features(),
                d.forecast(),
                d.reasons(),
                d.choices());
        story.scan(guide, Carrier.TCC, ShipmentState.ISSUE, Story.NOW, List.of(decision));
        Settled settled = new Settled(
                id,
                d.key(),
                Outcome.ISSUE_RESOLVED,
                new Reward(1.4, 41_185),
                false,
                false,
                1,
                Action.NONE,
                true,
                "",
                1,
                true);
        story.scan(guide, Carrier.TCC, ShipmentState.DELIVERED, Story.NOW, List.of(settled));
    }

    @Test
    void whatWasOnlyObservedInHistoryEarnedNothing() {
        decided("1", true);

        assertThat(LogEnd.of(story.log()).arms())
                .singleElement()
                .satisfies(arm -> assertThat(arm.settled()).isZero());
    }

    @Test
    void whatWasDecidedLiveEarnedWhatItsShipmentsDid() {
        decided("1", true);
        decided("2", false);

        assertThat(LogEnd.of(story.log()).arms()).singleElement().satisfies(arm -> {
            assertThat(arm.settled()).isEqualTo(1);
            assertThat(arm.meanCop()).isEqualTo(41_185);
        });
    }
}
