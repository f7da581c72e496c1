package co.litper.cerebro.cluster.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How to reach a Kafka cluster.
 *
 * @param brokers {@code host:port}, several separated by commas
 * @param security properties of Kafka's own such as {@code security.protocol}; empty where none are needed
 */
public record Connection(String brokers, Map<String, String> security) {
    /** How long a client waits for brokers before it says that it could not. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long one who writes waits for a broker that is being started again; Kafka's own measure for a record under way. */
    private static final Duration WRITE_PATIENCE = Duration.ofMinutes(2);

    /** Kafka's own measure. */
    private static final Duration TRANSACTION_PATIENCE = Duration.ofMinutes(1);

    private static final int HEARTBEATS_MISSED = 3;

    /** How long to wait before calling a broker again that is down, at first and at the most. */
    private static final int CALL_AGAIN_MS = 100;

    private static final int CALL_AGAIN_MOST_MS = 2_000;

    /** The largest record that is written: a learner's snapshot. */
    static final int MAX_RECORD_BYTES = 32 * 1024 * 1024;

    private static final int BUFFER_BYTES = 2 * MAX_RECORD_BYTES;

    public Connection {
        security = Map.copyOf(security);
    }

    /** Brokers that ask for nothing. */
    public static Connection to(String brokers) {
        return new Connection(brokers, Map.of());
    }

    Map<String, Object> common() {
        Map<String, Object> properties = new HashMap<>(security);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, (long) CALL_AGAIN_MS);
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, (long) CALL_AGAIN_MOST_MS);
        return properties;
    }

    /**
     * This for those who would rather be told than wait: reading says within {@code patience} that no broker answers.
     *
     * @param patience at least a second
     */
    public Connection within(Duration patience) {
        Map<String, String> more = new HashMap<>(security);
        more.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(patience.toMillis()));
        more.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(patience.toMillis() / 2));
        return new Connection(brokers, more);
    }

    /** A client that makes and describes topics. */
    public Admin admin() {
        return Admin.create(common());
    }

    /** A producer that repeats nothing; with a {@code transactionalId}, one that fences its namesakes. */
    public Producer<byte[], byte[]> producer(String transactionalId) {
        return producer(transactionalId, TRANSACTION_PATIENCE);
    }

    /** One that repeats nothing and says within {@code patience} that no broker took a record; at least a second. */
    Producer<byte[], byte[]> impatient(Duration patience) {
        Map<String, Object> properties = writer();
        int ms = Math.toIntExact(patience.toMillis());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) ms);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ms / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ms);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** As {@link #producer(String)}; a transaction that is open for so long is given up, and with it whoever began it. */
    Producer<byte[], byte[]> producer(String transactionalId, Duration transaction) {
        Map<String, Object> properties = writer();
        if (!transactionalId.isEmpty()) {
            properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
            properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) transaction.toMillis());
        }
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> writer() {
        Map<String, Object> properties = common();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER_BYTES);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WRITE_PATIENCE.toMillis());
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return properties;
    }

    /** A consumer without a group that sees only what was committed, from wherever it is told to begin. */
    public Consumer<byte[], byte[]> reader() {
        // A fetch that waits for news at the end of a partition holds up the next one, which wants something else.
        return consumer(Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2));
    }

    /** As {@link #reader}, for one who goes on reading: it waits for news at the end. */
    Consumer<byte[], byte[]> follower() {
        return consumer(Map.of());
    }

    /**
     * A consumer of a group, whose members share partitions; all of them change hands at once. It commits nothing by itself.
     *
     * @param deadAfter a member that is silent for so long is taken for dead
     */
    Consumer<byte[], byte[]> member(String group, Duration deadAfter) {
        return member(group, deadAfter, RangeAssignor.class);
    }

    /** As {@link #member}, but a partition stays with whom it has, whoever joins. */
    Consumer<byte[], byte[]> holder(String group, Duration deadAfter) {
        return member(group, deadAfter, CooperativeStickyAssignor.class);
    }

    private Consumer<byte[], byte[]> member(
            String group, Duration deadAfter, Class<? extends ConsumerPartitionAssignor> assignor) {
        return consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) deadAfter.toMillis(),
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) deadAfter.toMillis() / HEARTBEATS_MISSED,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                assignor.getName()));
    }

    private Consumer<byte[], byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> properties = common();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.putAll(more);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
