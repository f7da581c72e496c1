package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.host.LearnerThread;
import co.litper.cerebro.host.SlowThinking;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.testkit.Nowhere;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fast decisions in the host with threads, while whoever is asked never answers. */
@Timeout(60) // a host that waits for the reasoner would wait for ever
class HangingReasonerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    /** About half of them are thought about: more than can wait. */
    private static final int PARCELS = 400;

    private final AtomicInteger thinking = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    private final class Hangs implements Reasoner {
        @Override
        public Thought think(Dilemma dilemma) {
            thinking.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Thought.unsent(ThoughtEnd.TIMED_OUT);
        }
    }

    private static EmbeddedHost host(Optional<Reasoner> reasoner) {
        EventLog log = new InMemoryEventLog();
        LearnerThread learner = new LearnerThread(Learner.cold(), log, () -> NOW, MerchantId.INSTALLATION);
        Function<EmbeddedHost, SlowThinking> slow = reasoner.<Function<EmbeddedHost, SlowThinking>>map(
                        thinks -> h -> SlowThinking.start(thinks, () -> NOW, e -> h.offer(e) != null))
                .orElse(null);
        return new EmbeddedHost(new EmbeddedHost.Parts(
                log,
                new InMemoryStateStore(),
                new EnvelopeCodec(),
                state -> new Brain(
                        state,
                        new DecisionMaker(AgentRegistry.standard()),
                        new EffectPlanner(ms -> ms),
                        new Senses(),
                        learner::snapshot,
                        7),
                learner,
                h -> new Executor(Map.of(), new Nowhere(), (d, e) -> {}, () -> NOW),
                10_000,
                slow));
    }

    private static Envelope envelope(String id, String subject, Event event) {
        return new Envelope(
                id,
                "/test",
                World.MERCHANT,
                subject,
                NOW,
                TimePrecision.SECOND,
                NOW,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    /** What was chosen at each event, with all bids and the propensity. */
    private static List<List<Choice>> choices(EmbeddedHost host, String mode)
            throws InterruptedException, ExecutionException {
        host.submit(envelope("mode", Subjects.SYSTEM, new ConfigurationChanged("thinking.mode", mode, "test")))
                .get();
        List<List<Choice>> all = new ArrayList<>();
        for (int i = 0; i < PARCELS; i++) {
            String guide = "g" + i;
            List<Event> events = List.of(
                    World.guide(guide, "o" + i, World.person(i + 1)),
                    World.scan(guide, ShipmentState.OUT_FOR_DELIVERY),
                    World.issue(guide, IssueReason.RECIPIENT_UNAVAILABLE));
            for (int k = 0; k < events.size(); k++) {
                Answer answer = host.submit(envelope(guide + "-" + k, "test", events.get(k)))
                        .get();
                for (Decision d : ((Answer.Recorded) answer).decisions()) {
                    all.add(d.choices());
                }
            }
        }
        return all;
    }

    @Test
    void decideAsTheyWouldIfNobodyThought() throws InterruptedException, ExecutionException {
        List<List<Choice>> hanging;
        List<List<Choice>> without;
        try (EmbeddedHost host = host(Optional.of(new Hangs()))) {
            hanging = choices(host, "on");
        }
        try (EmbeddedHost host = host(Optional.empty())) {
            without = choices(host, "off");
        }

        assertThat(thinking.get()).as("thoughts that hang").isEqualTo(4);
        assertThat(hanging).hasSize(3 * PARCELS).isEqualTo(without);
    }
}
