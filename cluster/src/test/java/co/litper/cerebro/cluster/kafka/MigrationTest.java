package co.litper.cerebro.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.cluster.kafka.Migration.Moved;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final long SEED = 20260801;
    private static final int EVENTS = 3_500;
    private static final Duration WITHIN = Duration.ofMinutes(4);

    private static RecordedWorld world;

    @TempDir
    Path folder;

    @BeforeAll
    static void record() {
        world = RecordedWorld.of(new RecordedWorld.Plan(new MerchantId("shop"), SEED, 60, EVENTS, 1, 1));
    }

    /** One process that was stopped before the input at a share of the recording, with a checkpoint at half of that. */
    private static final class Stopped {
        final InMemoryEventLog log = new InMemoryEventLog();
        final InMemoryStateStore states = new InMemoryStateStore();
        final int inputs;

        Stopped(double share, List<Snapshot> snapshots) {
            inputs = (int) (world.inputs().size() * share);
            long end = world.inputs().get(inputs).position();
            log.append(world.entries().subList(0, (int) end - 1), snapshots);
            ShardState state = new ShardState(states, 1_000);
            Brain brain = brain(state);
            log.read(1, entry -> {
                brain.refold(entry, new EnvelopeCodec());
                return entry.position() < end / 2;
            });
            state.beginCheckpoint();
            state.encodePending(Integer.MAX_VALUE);
            states.checkpoint(end / 2, state.takeEncoded());
        }

        Moved moveTo(Topics topics) {
            return new Migration(log, states, Stopped::brain, SharedBroker.connection(), topics).run(position -> {});
        }

        private static Brain brain(ShardState state) {
            return RecordedWorld.brain(state, version -> Learner.cold().current(), SEED);
        }
    }

    @Test
    void aClusterGoesOnToTheByteWhereOneProcessStopped() throws Exception {
        Topics topics = SharedBroker.installation(1);
        Stopped stopped = new Stopped(.6, world.snapshots());

        Moved moved = stopped.moveTo(topics);
        Moved again = stopped.moveTo(topics);

        assertThat(moved.copied()).isEqualTo(moved.entries()).isEqualTo(stopped.log.end() - 1);
        assertThat(moved.rows()).isGreaterThan(100);
        assertThat(again)
                .isEqualTo(new Moved(
                        moved.entries(), 0, moved.snapshots(), moved.rows(), moved.logHash(), moved.stateHash()));
        try (ClusterNode node = node(topics);
                ClusterIngress ingress = new ClusterIngress(SharedBroker.connection(), topics);
                KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            assertThat(node.awaitRunning(WITHIN)).isTrue();
            assertThatThrownBy(() -> stopped.moveTo(topics))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED));
            world.inputs()
                    .subList(stopped.inputs, world.inputs().size())
                    .forEach(input -> ingress.offer(input.envelope(), 0));
            awaitEnd(log, world.entries().size() + 1L);
            List<Entry> met = new ArrayList<>();
            log.read(1, met::add);
            for (int i = 0; i < met.size(); i++) {
                assertThat(met.get(i).event())
                        .as("event %d, seed %d", i + 1, SEED)
                        .isEqualTo(world.entries().get(i).event());
                assertThat(met.get(i).facts())
                        .as("facts %d, seed %d", i + 1, SEED)
                        .isEqualTo(world.entries().get(i).facts());
            }
        }
    }

    private ClusterNode node(Topics topics) {
        return ClusterNode.start(ClusterNode.Setup.usual(
                        SharedBroker.connection(),
                        topics,
                        folder,
                        (state, snapshots) -> RecordedWorld.brain(state, snapshots, SEED),
                        Instant::now)
                .withTimes(Duration.ofSeconds(60), Duration.ZERO));
    }

    private static void awaitEnd(KafkaEventLog log, long end) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (log.end() < end) {
            assertThat(System.nanoTime())
                    .as("within %s, at %d", WITHIN, log.end())
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void aCopyThatWasCutGoesOnAndAnotherInstallationsIsRefused() {
        Topics topics = SharedBroker.installation(1);
        Stopped stopped = new Stopped(.3, world.snapshots());
        try (KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), topics, 0)) {
            log.append(world.entries().subList(0, 100), List.of());
        }

        Moved moved = stopped.moveTo(topics);

        assertThat(moved.entries() - moved.copied()).isEqualTo(100);
        Topics others = SharedBroker.installation(1);
        try (KafkaEventLog log = new KafkaEventLog(SharedBroker.connection(), others, 0)) {
            log.append(List.of(new Entry(1, new byte[] {1}, new byte[0])), List.of());
        }
        assertThatThrownBy(() -> stopped.moveTo(others))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another prefix");
    }

    @Test
    void anInstallationThatWasKilledMustBeStoppedProperlyFirst() {
        Stopped killed = new Stopped(.6, List.of());

        assertThatThrownBy(() -> killed.moveTo(SharedBroker.installation(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("start it, stop it");
    }

    @Test
    void moreThanOneShardIsRefused() {
        Stopped stopped = new Stopped(.1, world.snapshots());

        assertThatThrownBy(() -> stopped.moveTo(new Topics("p", 2, (short) 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one shard");
    }
}
