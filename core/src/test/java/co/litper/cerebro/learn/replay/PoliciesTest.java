package co.litper.cerebro.learn.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final BrainSnapshot COLD = Learner.cold().current();

    private static LoggedChoice telling(boolean feasible) {
        ShipmentContext context = CarrierWorld.context(90_000, true, ShipmentState.OUT_FOR_DELIVERY);
        return new LoggedChoice(
                1,
                Question.NOTIFY,
                1,
                context,
                COLD.models().features(context).toBytes(),
                new Forecast(0.2f, 0.2f, 0.2f, 3, 2, 5, 100),
                null,
                List.of(
                        new Bid(AgentName.LOGISTICS, Action.NONE, "", 0, 0.5f, true),
                        new Bid(AgentName.LOGISTICS, Action.NOTIFY_CUSTOMER, "", 400, 100, 0.5f, feasible)),
                List.of(),
                0,
                0.2,
                1,
                new double[] {0.2, 0.8},
                true,
                0);
    }

    private static double[] odds(String name, LoggedChoice choice) {
        return Policies.find(name).orElseThrow().odds(choice);
    }

    @Test
    void namedPoliciesDoWhatTheirNamesSay() {
        LoggedChoice choice = telling(true);
        assertThat(odds("logged", choice)).containsExactly(0.2, 0.8);
        assertThat(odds("greedy", choice)).containsExactly(0, 1);
        assertThat(odds("random", choice)).containsExactly(0.5, 0.5);
        assertThat(odds("never-notify", choice)).containsExactly(1, 0);
        assertThat(odds("always-notify", choice)).containsExactly(0, 1);
        assertThat(odds("pause:notify_customer", choice)).containsExactly(1, 0);
    }

    @Test
    void aLimitHoldsForEveryPolicy() {
        LoggedChoice choice = telling(false);
        assertThat(odds("always-notify", choice)).containsExactly(1, 0);
        assertThat(odds("random", choice)).containsExactly(1, 0);
    }

    @Test
    void theCheapestCarrierIsThatOfTheLowestFreight() {
        LoggedChoice choice =
                new CarrierWorld(1, 0.1).log(1).getFirst().choices().getFirst();
        double[] odds = odds("cheapest", choice);
        int taken = Arrays.stream(odds).boxed().toList().indexOf(1.0);
        assertThat(choice.prices().get(taken).freightCop())
                .isEqualTo(choice.prices().stream()
                        .mapToDouble(Price::freightCop)
                        .min()
                        .orElseThrow());
    }

    @Test
    void aSnapshotDecidesAnewOnWhatReceiptsHold() {
        ReplayPolicy current = Policies.current(COLD, Settings.defaults());
        List<LoggedChoice> choices = List.of(
                telling(true),
                new CarrierWorld(1, 0.1).log(1).getFirst().choices().getFirst(),
                new IssueWorld(1, 0.1, true).log(1).getFirst().choices().getFirst());
        for (LoggedChoice choice : choices) {
            double[] odds = current.odds(choice);
            assertThat(Arrays.stream(odds).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(odds).min().orElseThrow()).isPositive();
        }
    }

    @Test
    void unknownNamesAndBrokenMixturesAreRefused() {
        assertThat(Policies.find("gredy")).isEmpty();
        assertThat(Policies.find("pause:nothing")).isEmpty();
        assertThat(Policies.find("pause:none")).isEmpty();
        assertThatThrownBy(() -> Policies.mixture("m", List.of(Policies.LOGGED), List.of(0.5)))
                .hasMessageContaining("1 in sum");
    }

    @Test
    void whatIsTooMuchIsSampledEvenly() {
        EpisodeSample sample = new EpisodeSample(100);
        List<Episode> episodes = new CarrierWorld(1, 0.1).log(1_000);
        episodes.forEach(sample::offer);
        assertThat(sample.offered()).isEqualTo(1_000);
        assertThat(sample.inOrder()).hasSize(100);
        assertThat(sample.inOrder().stream()
                        .mapToLong(Episode::parcel)
                        .average()
                        .orElseThrow())
                .isCloseTo(500, within(100.0));
    }
}
