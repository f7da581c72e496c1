package co.litper.cerebro.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.cluster.kafka.ClusterNode;
import co.litper.cerebro.testkit.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
    private static final long SEED = 20260714;
    private static final int SHARDS = 3;
    private static final int EVENTS_PER_SHARD = 2_900;
    private static final int KILLS = 5;

    /** Where nobody dies: a machine that runs tests may stall for seconds. */
    private static final int PATIENT_MS = 60_000;

    /** As short as is usual, where somebody does. */
    private static final int DEAD_AFTER_MS = 3_000;

    private static final Duration WITHIN = Duration.ofMinutes(4);

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static KafkaServer broker;
    private static Recordings recordings;

    @BeforeAll
    static void startBroker() {
        broker = KafkaServer.brief(shared.resolve("broker"));
        recordings = Recordings.of(SEED, SHARDS, EVENTS_PER_SHARD);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void oneNodeMakesTheReceiptsThatOneProcessMakes() throws InterruptedException {
        makesTheSameReceipts("one", 1);
    }

    @Test
    void threeNodesMakeTheReceiptsThatOneProcessMakes() throws InterruptedException {
        makesTheSameReceipts("three", 3);
    }

    private void makesTheSameReceipts(String prefix, int count) throws InterruptedException {
        assertThat(recordings.worlds())
                .allMatch(w -> w.snapshots().size() > 2 && w.effects().size() > 100);
        NodeProcess.Told told = told(prefix, PATIENT_MS);
        List<ClusterNode> nodes = new ArrayList<>();
        told.topics().ensure(told.connection());
        try (JournalWatch watch = new JournalWatch(told.connection(), told.topics(), recordings);
                Feeder feeder = new Feeder(told.connection(), told.topics(), recordings)) {
            for (int i = 0; i < count; i++) {
                nodes.add(ClusterNode.start(NodeProcess.setup(told, folder.resolve("node" + i))));
            }
            for (ClusterNode node : nodes) {
                assertThat(node.awaitRunning(WITHIN)).isTrue();
            }
            feeder.send(recordings.steps());
            feeder.flush();

            assertThat(watch.awaitAll(WITHIN)).as(watch.examples().toString()).isTrue();
            assertThat(watch.examples()).as("seed %d", SEED).isEmpty();
            assertThat(OutboxJudge.read(told.connection(), told.topics(), recordings))
                    .isEqualTo(new OutboxJudge(0, 0, 0));
        } finally {
            nodes.forEach(ClusterNode::close);
        }
    }

    @Test
    void killedNodesLoseNothingAndDoubleNothing() throws InterruptedException {
        KillPlan plan = new KillPlan(SEED, KILLS, 0, 3, 300, 2.5);
        Recordings load = Recordings.of(SEED, SHARDS, plan.eventsNeeded() / SHARDS);
        KillPlan.Outcome outcome = plan.run(broker, told("killed", DEAD_AFTER_MS), load, folder);

        assertThat(load.worlds()).anyMatch(w -> w.effects().size() > 10);
        assertThat(outcome.examples()).as("seed %d", SEED).isEmpty();
        assertThat(outcome.lost()).isZero();
        assertThat(outcome.doubled()).isZero();
        assertThat(outcome.differ()).isZero();
        assertThat(outcome.takeoversMs()).hasSize(KILLS).allMatch(ms -> ms > 0);
    }

    private static NodeProcess.Told told(String prefix, int deadAfterMs) {
        return new NodeProcess.Told(broker.brokers(), prefix, SHARDS, SEED, 1, deadAfterMs, true);
    }
}
