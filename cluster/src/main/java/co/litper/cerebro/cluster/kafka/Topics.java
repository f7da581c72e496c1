package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics of one installation, all under a prefix, and how each is made.
 *
 * @param prefix what their names begin with, letters, digits and hyphens; several installations may share brokers
 * @param shards partitions of events, journal, outbox, attempts and dead letters; fixed once made, since merchants are dealt to them
 * @param replicas copies of each partition; 3 in earnest
 */
public record Topics(String prefix, int shards, short replicas) {
    /** Enough for a dozen machines of two cores; a merchant never takes more than one. */
    public static final int DEFAULT_SHARDS = 12;

    /** Events that were journalled are not needed for long: only to repeat what a broken release did. */
    static final Duration EVENTS_KEPT = Duration.ofDays(7);

    /** An effect is tried until its deadline, days at the most. */
    static final Duration EFFECTS_KEPT = Duration.ofDays(7);

    /** As long as the event itself: it may hold what a broken source should not have told. */
    static final Duration DEAD_LETTERS_KEPT = EVENTS_KEPT;

    /** Advice is of use for minutes; the rest is for those who want to know what was asked. */
    static final Duration DILEMMAS_KEPT = Duration.ofDays(1);

    private static final long LOOK_AGAIN_MS = 20;
    private static final Duration FOR_EVER = Duration.ofMillis(-1);

    public Topics {
        if (!prefix.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "prefix must be 1 to 64 letters, digits or hyphens, is '" + prefix + "'");
        }
        if (shards < 1 || shards > Shards.MOST) {
            throw new IllegalArgumentException("shards must be 1 to " + Shards.MOST + ", is " + shards);
        }
    }

    /** Events on their way in, keyed by merchant. */
    public String events() {
        return prefix + ".events";
    }

    /** The log: events in the order in which they were met, each with its receipt. */
    public String journal() {
        return prefix + ".journal";
    }

    /** Effects on their way out. */
    public String outbox() {
        return prefix + ".outbox";
    }

    /** How far those who carry effects out have come with each; what is done and can no longer be read again is deleted. */
    public String attempts() {
        return prefix + ".attempts";
    }

    /** What was learned, by version. */
    public String snapshots() {
        return prefix + ".snapshots";
    }

    /** What is put to whoever thinks slowly. */
    public String dilemmas() {
        return prefix + ".dilemmas";
    }

    /** What broke its contract, or at which the brain threw. */
    public String deadLetters() {
        return prefix + ".dead-letters";
    }

    /** What Kafka Streams calls the nodes of the installation together. */
    String application() {
        return prefix + ".shards";
    }

    /** What Kafka calls those who carry effects out together. */
    String workers() {
        return prefix + ".effects";
    }

    /** What Kafka calls those who may learn together, and the one who does when it writes. */
    String learners() {
        return prefix + ".learners";
    }

    /** What Kafka calls those who may think together. */
    String thinkers() {
        return prefix + ".thinkers";
    }

    /** What Kafka calls those who keep dead letters together. */
    String letterKeepers() {
        return prefix + ".letters";
    }

    /** Where Streams keeps what is in a store of each shard; restored from there. */
    String changelog(String store) {
        return application() + "-" + store + "-changelog";
    }

    /** The topics as they are made. */
    public List<NewTopic> all() {
        return List.of(
                topic(events(), shards, EVENTS_KEPT, Map.of()),
                topic(journal(), shards, FOR_EVER, Map.of()),
                topic(outbox(), shards, EFFECTS_KEPT, Map.of()),
                topic(deadLetters(), shards, DEAD_LETTERS_KEPT, Map.of()),
                topic(dilemmas(), 1, DILEMMAS_KEPT, Map.of()),
                topic(
                        attempts(),
                        shards,
                        FOR_EVER,
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
                topic(
                        snapshots(),
                        1,
                        FOR_EVER,
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
    }

    /** The topic of a store's changes, as Streams would make it. */
    NewTopic changelogOf(String store) {
        return topic(
                changelog(store),
                shards,
                FOR_EVER,
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private NewTopic topic(String name, int partitions, Duration kept, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(more);
        config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Connection.MAX_RECORD_BYTES));
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicas > 2 ? "2" : "1");
        // Time is the recorded time of events, which may be long ago: retention must go by when a record came.
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return new NewTopic(name, partitions, replicas).configs(config);
    }

    /**
     * Makes what is missing, and returns when all is there.
     *
     * @throws StoreException if brokers cannot be reached, or a topic has another number of partitions
     */
    public void ensure(Connection connection) {
        try (Admin admin = connection.admin()) {
            for (NewTopic topic : all()) {
                make(admin, topic);
            }
            requireShards(admin);
        } catch (ExecutionException e) {
            throw new StoreException(
                    StoreException.Kind.IO,
                    "topics under '" + prefix + "' could not be made at " + connection.brokers() + ": " + e.getCause()
                            + ". Maybe the brokers are not up, or there are fewer than " + replicas + " of them.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.IO, "interrupted while making topics", e);
        }
    }

    static void make(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** A topic that was just made is known to every broker some milliseconds later. */
    private Collection<TopicDescription> describe(Admin admin) throws ExecutionException, InterruptedException {
        List<String> names = List.of(events(), journal(), outbox(), attempts(), deadLetters());
        long deadline = System.nanoTime() + Connection.PATIENCE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(names).allTopicNames().get().values();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
            }
        }
    }

    /**
     * What tells this installation's journal from any other, one of the same name that was made anew included.
     *
     * @throws StoreException if brokers cannot be reached
     */
    public long journalId(Connection connection) {
        try (Admin admin = connection.admin()) {
            Uuid id = admin.describeTopics(List.of(journal())).allTopicNames().get().values().stream()
                    .map(TopicDescription::topicId)
                    .findFirst()
                    .orElseThrow();
            return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
        } catch (ExecutionException e) {
            throw new StoreException(
                    StoreException.Kind.IO,
                    journal() + " could not be described at " + connection.brokers() + ": " + e.getCause(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.IO, "interrupted while asking for topics", e);
        }
    }

    private void requireShards(Admin admin) throws ExecutionException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (TopicDescription topic : describe(admin)) {
            if (topic.partitions().size() != shards) {
                wrong.add(topic.name() + " has " + topic.partitions().size());
            }
        }
        if (!wrong.isEmpty()) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "every topic must have " + shards + " partitions, but " + String.join(", ", wrong)
                            + ". Maybe the installation was made with another number of shards, which cannot change.");
        }
    }
}
