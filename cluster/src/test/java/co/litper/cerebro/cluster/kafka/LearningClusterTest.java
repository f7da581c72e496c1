package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.event.SystemEvent.SnapshotPublished;
import co.litper.cerebro.host.StepChain;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningClusterTest {
    private static final long SEED = 20261102;
    private static final int EVENTS = 3_500;
    /** A share of the inputs in which enough parcels end for a first snapshot: a little over half. */
    private static final double BEFORE = 0.65;

    private static final Duration WITHIN = Duration.ofMinutes(4);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2025-03-03T05:00:00Z");
    private static final String DERIVED = "/cerebro/brain";
    private static final int CACHED_KEYS = 100_000;

    private final EnvelopeCodec codec = new EnvelopeCodec();

    @TempDir
    Path folder;

    @Test
    void aClusterLearnsByItselfAndDecidesByWhatItLearnedAsOneProcessWould() throws Exception {
        List<Envelope> inputs = inputs();
        Topics topics = SharedBroker.installation(1);
        List<Entry> journal = new ArrayList<>();
        try (ClusterNode node = node(topics);
                ClusterLearner learner = ClusterLearner.start(new ClusterLearner.Setup(
                        SharedBroker.connection(), topics, () -> NOW, SILENCE, trouble -> {}));
                ClusterIngress ingress = new ClusterIngress(SharedBroker.connection(), topics);
                KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            int then = (int) (inputs.size() * BEFORE);
            inputs.subList(0, then).forEach(ingress::offer);
            await(() -> isNamed(log, 1));
            assertThat(learner.isLearning()).isTrue();
            inputs.subList(then, inputs.size()).forEach(ingress::offer);
            String last = inputs.getLast().id();
            await(() -> contains(log, last));
            assertThat(node.isAlive()).isTrue();
            log.read(1, journal::add);

            assertThat(snapshotsThatDecided(journal)).hasSizeGreaterThan(1).contains(0L);
            Map<Long, BrainSnapshot> published = new HashMap<>();
            requireSame(
                    journal,
                    decidedByOneProcess(
                            journal,
                            version -> published.computeIfAbsent(
                                    version,
                                    v -> v == 0
                                            ? Learner.cold().current()
                                            : Learner.restore(log.snapshot(v).orElseThrow())
                                                    .current())));
        }
    }

    /** What comes to the loop from outside; this cluster has a learner of its own. */
    private static List<Envelope> inputs() {
        return RecordedWorld.of(new RecordedWorld.Plan(new MerchantId("shop"), SEED, 60, EVENTS, 1, 1))
                .inputs()
                .stream()
                .map(RecordedWorld.Input::envelope)
                .filter(envelope -> !(envelope.event() instanceof SnapshotPublished))
                .toList();
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

    private List<Entry> decidedByOneProcess(List<Entry> journal, LongFunction<BrainSnapshot> snapshots) {
        Brain brain = RecordedWorld.brain(new ShardState(new InMemoryStateStore(), CACHED_KEYS), snapshots, SEED);
        StepChain chain = new StepChain(codec);
        List<Entry> decided = new ArrayList<>();
        for (Entry entry : journal) {
            Envelope envelope = codec.decode(entry.event());
            if (!envelope.source().equals(DERIVED)) {
                chain.run(brain, envelope, entry.event(), decided.size() + 1L, (met, step) -> decided.add(met));
            }
        }
        return decided;
    }

    private static void requireSame(List<Entry> journal, List<Entry> decided) {
        assertThat(decided).hasSameSizeAs(journal);
        for (int i = 0; i < journal.size(); i++) {
            assertThat(decided.get(i).event())
                    .as("event %d, seed %d", i + 1, SEED)
                    .isEqualTo(journal.get(i).event());
            assertThat(decided.get(i).facts())
                    .as("facts %d, seed %d", i + 1, SEED)
                    .isEqualTo(journal.get(i).facts());
        }
    }

    private static List<Long> snapshotsThatDecided(List<Entry> journal) {
        return journal.stream()
                .flatMap(entry -> FactsCodec.decode(entry.facts()).stream())
                .filter(Decision.class::isInstance)
                .map(fact -> ((Decision) fact).snapshot())
                .distinct()
                .toList();
    }

    private boolean isNamed(KafkaEventLog log, long version) {
        return contains(log, "snapshot-" + version);
    }

    private boolean contains(KafkaEventLog log, String id) {
        boolean[] found = {false};
        log.read(1, entry -> {
            found[0] = codec.decode(entry.event()).id().equals(id);
            return !found[0];
        });
        return found[0];
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", WITHIN).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
