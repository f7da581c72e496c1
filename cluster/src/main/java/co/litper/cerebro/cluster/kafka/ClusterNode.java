package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.learn.BrainSnapshot;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * One machine of the cluster: runs the shards that it is given, and takes over those of machines that are gone.
 *
 * <p>Nodes of one installation have the same topics; Kafka deals shards to them. {@link #start} returns at once, events are
 * met when shards have arrived. Thread-safe.
 */
public final class ClusterNode implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    /** The least that Kafka Streams takes: how soon a node that has caught up is given the shards that it is to have. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /**
     * An answer that does not come within this is one of a dead connection, which is made anew. After a network that was cut, the
     * system itself would try the old one again after up to a minute, and Kafka's own measure is half of one.
     */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final long CACHE_BYTES = 64L * 1024 * 1024;

    private final KafkaStreams streams;
    private final SnapshotLoader snapshots;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Throwable failure;

    /** Makes the brain of a shard. */
    @FunctionalInterface
    public interface Brains {
        /** A brain over {@code state} that finds published snapshots with {@code snapshots}. */
        Brain brain(ShardState state, LongFunction<BrainSnapshot> snapshots);
    }

    /**
     * What a node is made of.
     *
     * @param folder where state lies between runs; dropping it costs a restore from the changelog
     * @param threads that run shards; a shard belongs to one at a time
     * @param standbys copies of each shard's state kept up to date on other nodes
     * @param commitEvery how long events are gathered before what came of them is committed; a share of the latency
     * @param deadAfter a node that is silent for so long is taken for dead, and its open transaction given up; the broker must
     *     allow it by {@code group.min.session.timeout.ms}. On machines that may stall for longer, nodes are taken for dead
     *     that are not, and moving their shards makes it worse
     * @param tickEvery how often each shard is told the time; zero if somebody else does
     * @param maxCachedKeys keys that each shard keeps in memory, about 600 bytes each
     * @param format of rows of state
     */
    public record Setup(
            Connection connection,
            Topics topics,
            Path folder,
            Brains brains,
            Clock clock,
            int threads,
            int standbys,
            Duration commitEvery,
            Duration deadAfter,
            Duration tickEvery,
            int maxCachedKeys,
            RowFormat format) {
        /** Commits that are 50 ms apart: half of the latency that people would notice. */
        public static final Duration COMMIT_EVERY = Duration.ofMillis(50);

        /** Deadlines are minutes to days away. */
        public static final Duration TICK_EVERY = Duration.ofSeconds(10);

        /** Keys of a shard in memory: 60 MB. */
        public static final int MAX_CACHED_KEYS = 100_000;

        /** More than a pause of the collector, less than people notice. */
        public static final Duration DEAD_AFTER = Duration.ofSeconds(3);

        private static final int HEARTBEATS_MISSED = 3;

        /** One thread, one standby, and what else is usual. */
        public static Setup usual(Connection connection, Topics topics, Path folder, Brains brains, Clock clock) {
            return new Setup(
                    connection,
                    topics,
                    folder,
                    brains,
                    clock,
                    1,
                    1,
                    COMMIT_EVERY,
                    DEAD_AFTER,
                    TICK_EVERY,
                    MAX_CACHED_KEYS,
                    RowFormat.STANDARD);
        }

        /** This with such times. */
        public Setup withTimes(Duration silence, Duration ticks) {
            return new Setup(
                    connection,
                    topics,
                    folder,
                    brains,
                    clock,
                    threads,
                    standbys,
                    commitEvery,
                    silence,
                    ticks,
                    maxCachedKeys,
                    format);
        }

        /** This with rows of another release. */
        public Setup withFormat(RowFormat rows) {
            return new Setup(
                    connection,
                    topics,
                    folder,
                    brains,
                    clock,
                    threads,
                    standbys,
                    commitEvery,
                    deadAfter,
                    tickEvery,
                    maxCachedKeys,
                    rows);
        }

        /** This with so many copies of state. */
        public Setup withStandbys(int copies) {
            return new Setup(
                    connection,
                    topics,
                    folder,
                    brains,
                    clock,
                    threads,
                    copies,
                    commitEvery,
                    deadAfter,
                    tickEvery,
                    maxCachedKeys,
                    format);
        }
    }

    private ClusterNode(Setup setup) {
        this.snapshots = new SnapshotLoader(setup.connection(), setup.topics());
        this.streams = new KafkaStreams(topology(setup, snapshots), properties(setup));
        streams.setUncaughtExceptionHandler(this::answer);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
            if (now.hasCompletedShutdown()) {
                stopped.countDown();
            }
        });
    }

    /**
     * What a newer node wrote this one can never meet: it leaves its shards to those that can. Anything else may be better the
     * next time.
     */
    private StreamThreadExceptionResponse answer(Throwable thrown) {
        failure = thrown;
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof StoreException store && store.kind() == StoreException.Kind.TOO_NEW) {
                failure = store;
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Makes missing topics and starts. */
    public static ClusterNode start(Setup setup) {
        setup.topics().ensure(setup.connection());
        ClusterNode node = new ClusterNode(setup);
        node.streams.start();
        return node;
    }

    /** The shard step between its topics. */
    static Topology topology(Setup setup, SnapshotLoader snapshots) {
        Topics topics = setup.topics();
        Topology topology = new Topology();
        topology.addSource("events", new ByteArrayDeserializer(), new ByteArrayDeserializer(), topics.events());
        topology.addProcessor("shard", () -> new ShardProcessor(setup, snapshots), "events");
        topology.addStateStore(store(ShardProcessor.ROWS), "shard");
        topology.addStateStore(store(ShardProcessor.MEMORY), "shard");
        sink(topology, ShardProcessor.TO_JOURNAL, topics.journal());
        sink(topology, ShardProcessor.TO_OUTBOX, topics.outbox());
        sink(topology, ShardProcessor.TO_DEAD_LETTERS, topics.deadLetters());
        sink(topology, ShardProcessor.TO_DILEMMAS, topics.dilemmas());
        sink(topology, ShardProcessor.TO_EVENTS, topics.events());
        return topology;
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(name, topic, Placed.SERIALIZER, new ByteArraySerializer(), Placed.PARTITIONER, "shard");
    }

    /** What a key is changed to within a commit is written once. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    private static Properties properties(Setup setup) {
        Properties p = new Properties();
        p.putAll(setup.connection().common());
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, setup.topics().application());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.STATE_DIR_CONFIG, setup.folder().toString());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, setup.threads());
        p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, setup.standbys());
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) setup.topics().replicas());
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, setup.commitEvery().toMillis());
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        p.put(StreamsConfig.POLL_MS_CONFIG, 10);
        p.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, LOOK_AGAIN.toMillis());
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                setup.deadAfter().toMillis());
        p.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                (int) setup.deadAfter().toMillis() / Setup.HEARTBEATS_MISSED);
        p.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        // The admin client of 4.3 begins again without a pause while no broker answers, and takes a processor for it.
        p.put(StreamsConfig.adminClientPrefix(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG), "none");
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                setup.deadAfter().toMillis());
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Connection.MAX_RECORD_BYTES);
        p.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Connection.MAX_RECORD_BYTES);
        return p;
    }

    /** Waits until every shard that it was given is at work. False if that took longer. */
    public boolean awaitRunning(Duration within) throws InterruptedException {
        return running.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The shards that it runs now, in order. */
    public SortedSet<Integer> shards() {
        SortedSet<Integer> shards = new TreeSet<>();
        for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
            thread.activeTasks().forEach(task -> shards.add(task.taskId().partition()));
        }
        return shards;
    }

    /** True while its shards are at work; false while they move, and after it stopped. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** True unless it has stopped for good. */
    public boolean isAlive() {
        return stopped.getCount() > 0;
    }

    /** What went wrong last in words, or empty if nothing did. */
    public String failure() {
        Throwable last = failure;
        return last == null ? "" : String.valueOf(last.getMessage());
    }

    /** Commits what is under way and hands its shards to the others, or throws {@link StoreException} after 30 s. */
    @Override
    public void close() {
        boolean closed = streams.close(CloseOptions.timeout(STOP_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        snapshots.close();
        if (!closed) {
            throw new StoreException(StoreException.Kind.IO, "the node did not stop within " + STOP_WITHIN);
        }
    }
}
