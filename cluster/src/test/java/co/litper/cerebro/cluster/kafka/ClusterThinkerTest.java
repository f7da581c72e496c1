package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.ThoughtReturned;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterThinkerTest {
    private static final Duration WITHIN = Duration.ofMinutes(4);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int SHARDS = 2;
    private static final int PARCELS = 40;
    private static final CityCode CALI = new CityCode("76001");
    private static final long SEED = 7;

    private final EnvelopeCodec codec = new EnvelopeCodec();

    @TempDir
    Path folder;

    /** Contradicts, and notes what it was asked. */
    private static final class Adviser implements Reasoner {
        final List<Long> asked = new CopyOnWriteArrayList<>();
        final List<EventLog> logs;
        volatile boolean closed;

        Adviser(List<EventLog> logs) {
            this.logs = logs;
        }

        @Override
        public Thought think(Dilemma d) {
            asked.add(d.decisionId());
            Action other = d.options().stream()
                    .map(Dilemma.Option::action)
                    .filter(a -> a != d.standing())
                    .findFirst()
                    .orElseThrow();
            return new Thought(ThoughtEnd.ADVISED, other, 0.8, "some-model", 900, 60, 120);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void dilemmasOfAllShardsAreThoughtAboutOnceByOneOfThoseWhoMayAndTheAnswersAreWeighed() throws Exception {
        Topics topics = SharedBroker.installation(SHARDS);
        List<Adviser> advisers = new CopyOnWriteArrayList<>();
        try (ClusterNode node = node(topics);
                ClusterIngress ingress = new ClusterIngress(SharedBroker.connection(), topics);
                ClusterThinker one = ClusterThinker.start(setup(topics, advisers))) {
            await(one::isThinking);
            try (ClusterThinker other = ClusterThinker.start(setup(topics, advisers))) {
                ingress.offer(event(
                                "on", "m", Subjects.SYSTEM, new ConfigurationChanged("thinking.mode", "on", "test")))
                        .join();
                trouble(ingress, "before");
                await(() -> isAnswered(topics, "before"));
                one.close();
                await(other::isThinking);
                trouble(ingress, "after");
                await(() -> isAnswered(topics, "after"));
            }
            assertThat(node.isAlive()).isTrue();
        }
        List<Long> asked = advisers.stream().flatMap(a -> a.asked.stream()).toList();
        List<Long> wanted = facts(topics).stream()
                .filter(fact -> fact instanceof Considered c && c.asked())
                .map(fact -> ((Considered) fact).decisionId())
                .toList();
        assertThat(asked).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(wanted.stream().map(id -> Shards.ofPosition(Decision.positionOf(id))))
                .as("seed %d", SEED)
                .contains(0, 1);
        assertThat(facts(topics).stream()
                        .filter(fact -> fact instanceof Decision d
                                && d.choices().stream().anyMatch(Choice::isReconsidered)))
                .hasSameSizeAs(wanted);
        assertThat(advisers).hasSize(2).allMatch(a -> a.closed && a.logs.size() == SHARDS);
    }

    private static ClusterThinker.Setup setup(Topics topics, List<Adviser> advisers) {
        return new ClusterThinker.Setup(
                SharedBroker.connection(),
                topics,
                logs -> {
                    Adviser adviser = new Adviser(logs);
                    advisers.add(adviser);
                    return adviser;
                },
                () -> NOW,
                SILENCE,
                trouble -> {});
    }

    private ClusterNode node(Topics topics) {
        return ClusterNode.start(ClusterNode.Setup.usual(
                        SharedBroker.connection(),
                        topics,
                        folder,
                        (state, snapshots) -> RecordedWorld.brain(state, snapshots, SEED),
                        () -> NOW)
                .withTimes(SILENCE, Duration.ZERO));
    }

    /** Novedades of merchants of both shards. */
    private static void trouble(ClusterIngress ingress, String when) {
        for (int i = 0; i < PARCELS; i++) {
            String merchant = "shop" + i % 4;
            String guide = when + i;
            ingress.offer(event(guide + "-1", merchant, "guide:" + guide, new GuideCreated(guide, "", facts())));
            ingress.offer(event(
                    guide + "-2",
                    merchant,
                    "guide:" + guide,
                    new TrackingUpdated(guide, Carrier.TCC, "", ShipmentState.OUT_FOR_DELIVERY, CALI)));
            ingress.offer(event(
                            guide + "-3",
                            merchant,
                            "guide:" + guide,
                            new IssueReported(guide, Carrier.TCC, "", IssueReason.RECIPIENT_UNAVAILABLE, 1)))
                    .join();
        }
    }

    private static ParcelFacts facts() {
        return new ParcelFacts(
                PersonRef.NONE,
                CALI,
                CALI,
                Carrier.TCC,
                true,
                150_000,
                14_000,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                1,
                "",
                "",
                null);
    }

    private static Envelope event(String id, String merchant, String subject, Event event) {
        return new Envelope(
                id,
                "/test",
                new MerchantId(merchant),
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

    /** True if every novedad of a time was met, and whatever was asked about any was answered. */
    private boolean isAnswered(Topics topics, String when) {
        int met = 0;
        long answers = 0;
        long asked = 0;
        for (var entry : TaughtAlone.journals(topics)) {
            Envelope envelope = codec.decode(entry.event());
            met += envelope.event() instanceof IssueReported && envelope.id().startsWith(when) ? 1 : 0;
            answers += envelope.event() instanceof ThoughtReturned ? 1 : 0;
            asked += FactsCodec.decode(entry.facts()).stream()
                    .filter(fact -> fact instanceof Considered c && c.asked())
                    .count();
        }
        return met == PARCELS && asked > 0 && answers == asked;
    }

    private static List<Fact> facts(Topics topics) {
        List<Fact> facts = new ArrayList<>();
        TaughtAlone.journals(topics).forEach(entry -> facts.addAll(FactsCodec.decode(entry.facts())));
        return facts;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", WITHIN).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
