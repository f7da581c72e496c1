package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.DeadLetters.Refusal;
import co.litper.cerebro.log.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/**
 * Brings what shards could not meet from its topic, where it stays for some days, to where it is kept until someone repairs or drops
 * it. Several share the work. One that dies between keeping and noting that it was kept leaves letters that are kept twice; none is
 * lost. Works in a thread of its own.
 */
final class LetterKeeper implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    /** After a failure, such as a database that is away or has no room. */
    private static final long RETRY_NS = Duration.ofSeconds(1).toNanos();

    private final Connection connection;
    private final Topics topics;
    private final DeadLetters letters;
    private final Duration deadAfter;
    private final java.util.function.Consumer<String> trouble;
    private final Thread thread =
            Thread.ofPlatform().name("cerebro-letters").daemon(true).unstarted(this::follow);
    private volatile boolean closed;

    private LetterKeeper(
            Connection connection,
            Topics topics,
            DeadLetters letters,
            Duration deadAfter,
            java.util.function.Consumer<String> trouble) {
        this.connection = connection;
        this.topics = topics;
        this.letters = letters;
        this.deadAfter = deadAfter;
        this.trouble = trouble;
    }

    /**
     * Makes missing topics and begins.
     *
     * @param letters where they are kept; not closed here
     * @param deadAfter another takes over from one that is silent for so long
     * @param trouble is told what a person should know
     */
    static LetterKeeper start(
            Connection connection,
            Topics topics,
            DeadLetters letters,
            Duration deadAfter,
            java.util.function.Consumer<String> trouble) {
        topics.ensure(connection);
        LetterKeeper keeper = new LetterKeeper(connection, topics, letters, deadAfter, trouble);
        keeper.thread.start();
        return keeper;
    }

    private void follow() {
        while (!closed) {
            try (Consumer<byte[], byte[]> refused = connection.member(topics.letterKeepers(), deadAfter)) {
                refused.subscribe(List.of(topics.deadLetters()));
                while (!closed) {
                    keep(refused);
                }
            } catch (KafkaException | StoreException e) {
                tell(e);
                LockSupport.parkNanos(RETRY_NS);
            }
        }
    }

    private void keep(Consumer<byte[], byte[]> refused) {
        List<Refusal> some = new ArrayList<>();
        refused.poll(POLL).forEach(found -> some.add(refusal(found)));
        if (!some.isEmpty()) {
            letters.addAll(some);
            refused.commitSync();
        }
    }

    /** Its source is the partition, its line the place there. */
    private static Refusal refusal(ConsumerRecord<byte[], byte[]> found) {
        Header reason = found.headers().lastHeader(ShardProcessor.REASON);
        return new Refusal(
                Instant.ofEpochMilli(found.timestamp()),
                found.topic() + "-" + found.partition(),
                found.offset(),
                reason == null ? "" : new String(reason.value(), StandardCharsets.UTF_8),
                found.value() == null ? "" : new String(found.value(), StandardCharsets.UTF_8));
    }

    private void tell(RuntimeException e) {
        if (!closed) {
            trouble.accept("dead letters are not kept, and are tried again: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
