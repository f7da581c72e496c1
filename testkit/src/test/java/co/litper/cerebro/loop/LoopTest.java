package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.InlineHost;
import co.litper.cerebro.host.LearnerThread;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final MerchantId MERCHANT = new MerchantId("m");

    private final EventLog log = new InMemoryEventLog();
    private final StateStore states = new InMemoryStateStore();
    private final List<Dispatch> sent = new ArrayList<>();

    private InlineHost host(StateStore store) {
        EnvelopeCodec codec = new EnvelopeCodec();
        LearnerThread learner = new LearnerThread(Learner.cold(), log, () -> NOW, MERCHANT);
        return new InlineHost(
                log,
                store,
                codec,
                state -> new Brain(
                        state,
                        new DecisionMaker(AgentRegistry.standard()),
                        new EffectPlanner(ms -> ms),
                        new Senses(),
                        learner::snapshot,
                        7),
                learner,
                h -> new Executor(Map.of(), new Recorder(), (d, e) -> {}, () -> NOW),
                10_000);
    }

    private final class Recorder implements Channel {
        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public boolean deduplicates() {
            return true;
        }

        @Override
        public Result send(Dispatch dispatch) {
            sent.add(dispatch);
            return Result.DONE;
        }
    }

    private static Envelope envelope(String id, Instant at, Event event) {
        return new Envelope(
                id,
                "/test",
                MERCHANT,
                "guide:1",
                at,
                TimePrecision.SECOND,
                at,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    private static Envelope scan(String id, String guide, int hour, ShipmentState state) {
        return envelope(
                id,
                NOW.plusSeconds(hour * 3600L),
                new TrackingUpdated(guide, Carrier.TCC, state.name(), state, CityCode.UNKNOWN));
    }

    @Test
    void aParcelIsDecidedAboutDeliveredAndLearnedFrom() {
        try (InlineHost host = host(states)) {
            Answer first = host.submit(scan("1", "g1", 0, ShipmentState.IN_TRANSIT));
            assertThat(first).isInstanceOf(Answer.Recorded.class);
            assertThat(((Answer.Recorded) first).decisions()).hasSize(1);
            host.submit(envelope(
                    "2",
                    NOW.plusSeconds(7200),
                    new IssueReported("g1", Carrier.TCC, "CERRADO", IssueReason.RECIPIENT_UNAVAILABLE, 1)));
            assertThat(host.submit(scan("1", "g1", 0, ShipmentState.IN_TRANSIT)))
                    .isInstanceOf(Answer.Duplicate.class);
            host.submit(scan("3", "g1", 30, ShipmentState.DELIVERED));
            List<Fact> facts = FactsCodec.decode(log.at(3).orElseThrow().facts());
            assertThat(facts).hasSize(2).allSatisfy(f -> assertThat(f).isInstanceOf(Settled.class));
            assertThat(log.end()).isEqualTo(1 + 3);
        }
    }

    @Test
    void aRestartedStoreEqualsOneThatIsRebuilt() {
        try (InlineHost host = host(states)) {
            for (int i = 0; i < 200; i++) {
                host.submit(scan("a" + i, "g" + i, i % 7, ShipmentState.SHIPPED));
                host.submit(scan("b" + i, "g" + (i / 2), i % 90, ShipmentState.values()[i % 10]));
                if (i % 40 == 0) {
                    host.submit(envelope("t" + i, NOW.plusSeconds(i * 7200L), new Tick(NOW.plusSeconds(i * 7200L))));
                }
            }
        }
        StateStore rebuilt = new InMemoryStateStore();
        host(rebuilt).close();
        assertThat(Rows.of(rebuilt)).isEqualTo(Rows.of(states)).hasSizeGreaterThan(200);
    }
}
