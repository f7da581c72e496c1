package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outcomes that come after their window. */
class LateTruthTest {
    private final World world = new World();

    private List<Settled> settled(long decisionId) {
        List<Settled> settled = new ArrayList<>();
        world.log.read(EventLog.FIRST, entry -> {
            FactsCodec.decode(entry.facts()).stream()
                    .filter(Settled.class::isInstance)
                    .map(Settled.class::cast)
                    .filter(s -> s.decisionId() == decisionId)
                    .forEach(settled::add);
            return true;
        });
        return settled;
    }

    @Test
    void aWindowThatClosesInSilenceIsUnknownUntilTheTruthComes() {
        world.live(World.guide("g1", "", World.ANA));
        long first = world.home("g1").firstDecision();
        for (int day = 0; day < 31; day++) {
            world.pass(Duration.ofDays(1)).tick();
        }

        assertThat(settled(first)).singleElement().satisfies(silent -> {
            assertThat(silent.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(silent.complete()).isFalse();
            assertThat(silent.reward()).isEqualTo(Reward.ZERO);
            assertThat(Learner.wants(silent)).isFalse();
        });

        world.live(World.scan("g1", ShipmentState.DELIVERED));

        assertThat(settled(first)).hasSize(2);
        Settled truth = settled(first).getLast();
        assertThat(truth.complete()).isTrue();
        assertThat(truth.outcome()).isEqualTo(Outcome.DELAY_OCCURRED);
        assertThat(truth.reward()).isNotEqualTo(Reward.ZERO);
        assertThat(Learner.wants(truth)).isTrue();
        assertThat(settled(first).stream().filter(Learner::wants)).hasSize(1);
        assertThat(world.home("g1").ledger().isEmpty()).isTrue();
    }
}
