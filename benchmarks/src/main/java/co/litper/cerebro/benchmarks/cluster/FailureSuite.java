package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.testkit.CuttableNetwork;
import co.litper.cerebro.testkit.KafkaServer;
import co.litper.cerebro.testkit.PostgresServer;
import co.litper.cerebro.testkit.RedisServer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One after another: the broker is gone, a node is cut off, all nodes are, Redis is gone, PostgreSQL is gone. Each against an
 * installation of its own with the same recording, on a broker that is theirs alone. What this machine cannot do is said and
 * left out.
 */
final class FailureSuite {
    private final long seed;
    private final int shards;
    private final int deadAfterMs;
    private final int outageS;
    private final double perSecond;
    private final PrintStream progress;
    private final Recordings recordings;
    private final SequencedMap<String, FailureRun.Outcome> outcomes = new LinkedHashMap<>();
    private final SequencedMap<String, Object> figures = new LinkedHashMap<>();

    /**
     * @param outageS how long each is gone, s
     * @param perSecond events a second all the while
     */
    FailureSuite(long seed, int shards, int deadAfterMs, int outageS, double perSecond, PrintStream progress) {
        this.seed = seed;
        this.shards = shards;
        this.deadAfterMs = deadAfterMs;
        this.outageS = outageS;
        this.perSecond = perSecond;
        this.progress = progress;
        this.recordings = Recordings.of(seed, shards, FailureRun.eventsNeeded(outageS, perSecond) / shards + 1);
    }

    /** Opens what is to fail. */
    private interface Opening {
        Struck open(KafkaServer broker, @Nullable CuttableNetwork network, NodeProcess.Told told);
    }

    void run(Path folder) throws InterruptedException {
        try (CuttableNetwork network = CuttableNetwork.isPossible() ? CuttableNetwork.of(FailureRun.NODES) : null;
                KafkaServer broker = network == null
                        ? KafkaServer.start(folder.resolve("broker"))
                        : KafkaServer.at(network.host(), folder.resolve("broker"))) {
            one("brokerGone", true, broker, network, folder, (b, n, told) -> new BrokerGone(b));
            one("nodeCutOff", network != null, broker, network, folder, cables(1));
            one("allCutOff", network != null, broker, network, folder, cables(FailureRun.NODES));
            one(
                    "redisGone",
                    RedisServer.isInstalled(),
                    broker,
                    network,
                    folder,
                    (b, n, told) -> new RedisGone(told, recordings));
            one(
                    "postgresGone",
                    PostgresServer.isInstalled(),
                    broker,
                    network,
                    folder,
                    (b, n, told) -> new PostgresGone(told, recordings));
        }
    }

    private static Opening cables(int count) {
        return (broker, network, told) -> {
            if (network == null) {
                throw new IllegalStateException("no network can be cut here");
            }
            return new CablesCut(network, count);
        };
    }

    private void one(
            String name,
            boolean possible,
            KafkaServer broker,
            @Nullable CuttableNetwork network,
            Path folder,
            Opening opening)
            throws InterruptedException {
        if (!possible) {
            figures.put(name, "not possible on this machine");
            return;
        }
        NodeProcess.Told told = new NodeProcess.Told(broker.brokers(), name, shards, seed, 1, deadAfterMs, false);
        told.topics().ensure(told.connection());
        List<List<String>> by = network == null
                ? Collections.nCopies(FailureRun.NODES, List.of())
                : IntStream.range(0, FailureRun.NODES).mapToObj(network::inside).toList();
        FailureRun run = new FailureRun(recordings, outageS, perSecond, folder.resolve(name));
        try (Struck struck = opening.open(broker, network, told)) {
            FailureRun.Outcome outcome = run.run(told, by, struck);
            outcomes.put(name, outcome);
            figures.put(name, outcome.figures());
            progress.println(name + " " + outcome.figures());
        }
    }

    /** By failure. */
    SequencedMap<String, Object> figures() {
        return figures;
    }

    long lost() {
        return outcomes.values().stream().mapToLong(FailureRun.Outcome::lost).sum();
    }

    int doubled() {
        return outcomes.values().stream().mapToInt(FailureRun.Outcome::doubled).sum();
    }

    int differ() {
        return outcomes.values().stream().mapToInt(FailureRun.Outcome::differ).sum();
    }

    /** True if every failure was survived whole, and every node came back to work by itself. */
    boolean isWell() {
        return outcomes.values().stream().allMatch(FailureRun.Outcome::isWell);
    }
}
