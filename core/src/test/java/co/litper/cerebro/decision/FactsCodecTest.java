package co.litper.cerebro.decision;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.world.WireWriter;
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
                        false));

        assertThat(FactsCodec.decode(FactsCodec.encode(facts, new WireWriter())))
                .isEqualTo(facts);
    }

    @Test
    void noFactsTakeNoBytes() {
        assertThat(FactsCodec.encode(List.of(), new WireWriter())).isEmpty();
        assertThat(FactsCodec.decode(new byte[0])).isEmpty();
    }
}
