package co.litper.cerebro.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.simulator.player.Parcels;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PrecisionJudgeTest {
    private static final Parcels.Numbers PARCEL = new Parcels.Numbers("o1", "");

    /** Envía is worth 10,000 pesos more than TCC. */
    private static final Truth TRUTH = new Truth() {
        @Override
        public SortedMap<Carrier, Double> carriers(String orderId) {
            return new TreeMap<>(Map.of(Carrier.ENVIA, 30_000.0, Carrier.TCC, 20_000.0));
        }

        @Override
        public SortedMap<Action, Double> answers(String guideNumber) {
            return new TreeMap<>();
        }

        @Override
        public double telling(String guideNumber) {
            return 0;
        }
    };

    private final PrecisionJudge judge = new PrecisionJudge(TRUTH);

    private void decide(Carrier chosen, float gapCop, Autonomy autonomy) {
        Carrier other = chosen.equals(Carrier.ENVIA) ? Carrier.TCC : Carrier.ENVIA;
        Choice choice =
                new Choice(Question.CARRIER, List.of(bid(chosen, gapCop), bid(other, 0)), 0, 1, 0, autonomy, Set.of());
        judge.decided(choice, PARCEL, false);
    }

    private static Bid bid(Carrier carrier, float valueCop) {
        return new Bid(AgentName.LOGISTICS, Action.CHOOSE_CARRIER, carrier.code(), valueCop, 100, 0.5f, true);
    }

    @Test
    void theSurestSixtyInAHundredAreJudgedByThemselves() {
        for (int i = 0; i < 6; i++) {
            decide(Carrier.ENVIA, 5_000 + i, Autonomy.ACT);
        }
        for (int i = 0; i < 4; i++) {
            decide(Carrier.TCC, 10 + i, Autonomy.ACT);
        }

        assertThat(judge.precision()).isEqualTo(0.6);
        assertThat(judge.surestPrecision()).isEqualTo(1);
        assertThat(judge.coverage()).isEqualTo(1);
    }

    @Test
    void whatIsLeftToPeopleIsNotTakenButStillMatters() {
        decide(Carrier.ENVIA, 10, Autonomy.ACT);
        decide(Carrier.TCC, 5_000, Autonomy.RECOMMEND);

        assertThat(judge.precision()).isEqualTo(1);
        assertThat(judge.coverage()).isEqualTo(0.5);
        assertThat(judge.surestPrecision()).isEqualTo(1);
    }

    @Test
    void aWrongChoiceOfWhichItWasSureCountsAgainstTheSurest() {
        decide(Carrier.TCC, 9_000, Autonomy.ACT);
        decide(Carrier.ENVIA, 10, Autonomy.ACT);

        assertThat(judge.surestPrecision()).isEqualTo(0.5);
        decide(Carrier.ENVIA, 20, Autonomy.ACT);
        decide(Carrier.ENVIA, 30, Autonomy.ACT);
        decide(Carrier.ENVIA, 40, Autonomy.ACT);
        assertThat(judge.surestPrecision()).as("two of three").isEqualTo(2.0 / 3);
    }
}
