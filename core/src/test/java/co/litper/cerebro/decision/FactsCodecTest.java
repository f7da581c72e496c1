package co.litper.cerebro.decision;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.world.WireWriter;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsCodecTest {

    @Test
    void factsBesideADecisionAreReadAsTheyWereWritten() {
        List<Fact> facts = List.of(
                new PlannedEffect(
                        8_193, -7, Action.CHOOSE_CARRIER, "TCC", EffectStatus.PLANNED, true, 1_000, 2_000, -1),
                new PlannedEffect(
                        8_194, Long.MAX_VALUE, Action.ASK_TIME, "", EffectStatus.REFUSED, false, -5, Long.MAX_VALUE, 3),
                new HandedOver(1_024, 77),
                new Settled(
                        1_024,
                        Long.MIN_VALUE,
                        Outcome.ISSUE_RESOLVED,
                        new Reward(1.4, -12_000),
                        true,
                        false,
                        3.5f,
                        Action.REDELIVER,
                        true,
                        "",
                        1,
                        false));

        assertThat(FactsCodec.decode(FactsCodec.encode(facts, new WireWriter())))
                .isEqualTo(facts);
    }

    /** A decision as the first release wrote it: bids without spread, no stage. */
    @Test
    void decisionsOfTheFirstReleaseAreStillRead() {
        byte[] old = HexFormat.of()
                .parseHex("01018070f7ffffffffffffffd00f02010604010202030000803e0000003f0000003e000080400000004000000041"
                        + "500100030000003f0103015c8fc2f5285cef3f01010402800000000000000000803e810400000061440000403f");

        Decision read = (Decision) FactsCodec.decode(old).getFirst();

        assertThat(read.id()).isEqualTo(7_168);
        assertThat(read.issue()).isEqualTo(IssueReason.BAD_ADDRESS);
        assertThat(read.stage()).isNull();
        Bid winner = read.choices().getFirst().winner();
        assertThat(winner).isEqualTo(new Bid(AgentName.CUSTOMER, Action.ASK_ADDRESS, "", 900, 0, 0.75f, true));
    }

    @Test
    void aStageIsKeptWithItsDecision() {
        for (int code = 0; code < IssueStage.COUNT; code++) {
            IssueStage stage = IssueStage.of(code, Action.CALL_CUSTOMER);
            assertThat(stage.code()).isEqualTo(code);
        }
        IssueStage stage =
                new IssueStage(IssueReason.COD_ISSUE, 2, Reply.HELPFUL, 1, false, Patience.SOME, Action.ASK_CASH);
        Forecast forecast = new Forecast(0, 0, 0, 1, 1, 1, 0);
        Decision decision = new Decision(
                1,
                2,
                3,
                false,
                false,
                IssueReason.COD_ISSUE,
                stage,
                0,
                new byte[0],
                new byte[0],
                forecast,
                List.of(),
                List.of());
        Decision read = (Decision) FactsCodec.decode(FactsCodec.encode(List.of(decision), new WireWriter()))
                .getFirst();
        assertThat(read.stage()).isEqualTo(stage);
    }

    @Test
    void noFactsTakeNoBytes() {
        assertThat(FactsCodec.encode(List.of(), new WireWriter())).isEmpty();
        assertThat(FactsCodec.decode(new byte[0])).isEmpty();
    }
}
