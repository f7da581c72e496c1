package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.StateView;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.agent.Agent;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.agent.Insight;
import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.SystemEvent.AnomalyDetected;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.host.LearnerThread;
import co.litper.cerebro.host.UndecidableEventException;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.testkit.Nowhere;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the host with threads does when something inside it fails. */
class EmbeddedHostTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final String POISON = "poison";

    private final EventLog memory = new InMemoryEventLog();
    private final FailingLog log = new FailingLog(memory);
    private final StateStore states = new InMemoryStateStore();
    private final EnvelopeCodec codec = new EnvelopeCodec();

    private EmbeddedHost host(Predicate<Situation> poison) {
        LearnerThread learner = new LearnerThread(Learner.cold(), log, () -> NOW, MerchantId.INSTALLATION);
        return new EmbeddedHost(new EmbeddedHost.Parts(
                log,
                states,
                codec,
                state -> new Brain(
                        state,
                        new DecisionMaker(new AgentRegistry(List.of(new Fragile(poison)))),
                        new EffectPlanner(ms -> ms),
                        new Senses(),
                        learner::snapshot,
                        7),
                learner,
                h -> new Executor(Map.of(), new Nowhere(), (d, e) -> {}, () -> NOW),
                10_000,
                null));
    }

    /** An agent with a bug that some parcels bring to light. */
    private record Fragile(Predicate<Situation> poison) implements Agent {
        @Override
        public AgentName name() {
            return AgentName.LOGISTICS;
        }

        @Override
        public boolean answers(Question question) {
            return true;
        }

        @Override
        public void bid(Question question, Situation situation, Insight insight, List<Bid> bids) {
            if (poison.test(situation)) {
                throw new IllegalStateException("this agent has a bug");
            }
        }
    }

    /** A log on a disk that is full for some appends. */
    private static final class FailingLog implements EventLog {
        private final EventLog inner;
        private final AtomicInteger failing = new AtomicInteger();

        FailingLog(EventLog inner) {
            this.inner = inner;
        }

        @Override
        public long end() {
            return inner.end();
        }

        @Override
        public void append(List<Entry> entries, List<Snapshot> snapshots) {
            if (failing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new StoreException(StoreException.Kind.FULL, "the disk is full");
            }
            inner.append(entries, snapshots);
        }

        @Override
        public void read(long from, Visitor visitor) {
            inner.read(from, visitor);
        }

        @Override
        public Optional<Entry> at(long position) {
            return inner.at(position);
        }

        @Override
        public Optional<byte[]> snapshot(long version) {
            return inner.snapshot(version);
        }

        @Override
        public long newestSnapshot() {
            return inner.newestSnapshot();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    private static Envelope envelope(String id, Instant at, Event event) {
        return new Envelope(
                id,
                "/test",
                World.MERCHANT,
                "test",
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

    private static Envelope scan(String guide, ShipmentState state) {
        return envelope(guide + state, NOW, World.scan(guide, state));
    }

    private static boolean isPoisoned(Situation situation) {
        return situation.parcel().guideNumber().startsWith(POISON);
    }

    private List<Envelope> logged() {
        List<Envelope> all = new ArrayList<>();
        memory.read(EventLog.FIRST, entry -> all.add(codec.decode(entry.event())));
        return all;
    }

    private List<String> rows(StateStore base) {
        List<String> rows = new ArrayList<>();
        StateView.open(memory, base, codec)
                .rows()
                .forEach((key, row) -> rows.add(key + " " + row.kind() + " " + row.attention() + " " + row.dueMs() + " "
                        + HexFormat.of().formatHex(row.bytes())));
        return rows;
    }

    @Test
    void anEventAtWhichAnAgentThrowsFailsAloneAndTheHostGoesOn() throws Exception {
        List<CompletableFuture<Answer>> good = new ArrayList<>();
        List<CompletableFuture<Answer>> poisoned = new ArrayList<>();
        try (EmbeddedHost host = host(EmbeddedHostTest::isPoisoned)) {
            for (int i = 0; i < 200; i++) {
                good.add(host.submit(scan("g" + i, ShipmentState.SHIPPED)));
                if (i % 50 == 25) {
                    poisoned.add(host.submit(scan(POISON + i, ShipmentState.SHIPPED)));
                }
            }
            for (CompletableFuture<Answer> answer : good) {
                assertThat(answer.get()).isInstanceOf(Answer.Recorded.class);
            }
            for (CompletableFuture<Answer> answer : poisoned) {
                requirePoisoned(answer);
            }
            requirePoisoned(host.submit(scan(POISON + 25, ShipmentState.SHIPPED)));
            assertThat(host.submit(scan("after", ShipmentState.SHIPPED)).get()).isInstanceOf(Answer.Recorded.class);
        }
        assertThat(logged()).hasSize(201).noneMatch(e -> e.id().startsWith(POISON));
        assertThat(rows(states)).isEqualTo(rows(StateStore.empty()));
    }

    private static void requirePoisoned(CompletableFuture<Answer> answer) {
        assertThatThrownBy(answer::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(UndecidableEventException.class)
                .hasMessageContaining(POISON)
                .hasMessageContaining("this agent has a bug");
    }

    @Test
    void aParcelThatBreaksItsReviewDoesNotStopTheOthersThatAreDue() throws Exception {
        try (EmbeddedHost host = host(s -> isPoisoned(s) && s.change().isReview())) {
            host.submit(envelope("p", NOW, World.guide(POISON, "", PersonRef.NONE)))
                    .get();
            for (int i = 0; i < 20; i++) {
                host.submit(envelope("e" + i, NOW, World.guide("g" + i, "", PersonRef.NONE)))
                        .get();
            }
            Instant later = NOW.plus(Duration.ofHours(25));
            host.submit(envelope("tick", later, new Tick(later))).get();
        }

        assertThat(logged().stream().filter(e -> e.event() instanceof AnomalyDetected))
                .hasSize(1);
        StateView view = StateView.open(memory, states, codec);
        for (int i = 0; i < 20; i++) {
            long reviewAtMs =
                    view.state().home(World.guideKey("g" + i)).orElseThrow().reviewAtMs();
            assertThat(reviewAtMs).isGreaterThan(NOW.plus(Duration.ofHours(25)).toEpochMilli());
        }
    }

    @Test
    void anAppendThatFailsIsToldAndTheHostGoesOn() throws Exception {
        try (EmbeddedHost host = host(s -> false)) {
            host.submit(scan("g1", ShipmentState.SHIPPED)).get();
            log.failing.set(1);
            assertThatThrownBy(host.submit(scan("g2", ShipmentState.SHIPPED))::get)
                    .hasCauseInstanceOf(StoreException.class);

            Answer again = host.submit(scan("g2", ShipmentState.SHIPPED)).get();
            assertThat(again)
                    .isInstanceOfSatisfying(
                            Answer.Recorded.class, r -> assertThat(r.position()).isEqualTo(2));
        }
        assertThat(logged()).extracting(Envelope::id).containsExactly("g1SHIPPED", "g2SHIPPED");
        assertThat(rows(states)).isEqualTo(rows(StateStore.empty()));
    }
}
