package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Carries effects out of the outbox: takes a share of its partitions, hands each effect to its channel, and puts what became of
 * it among the events. Several share the work; who dies is replaced.
 *
 * <p>An effect that goes by a channel that cannot tell a repeat is attempted once, whoever dies when: the attempt is on record
 * before it is made, in one transaction with the proof that the effect is still this worker's. What a dead worker had attempted
 * is reported as unknown and not sent again. A channel that can tell a repeat may see one.
 *
 * <p>Works in threads of its own. Thread-safe.
 */
public final class EffectWorker implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    /** After a failure, such as a broker that is down. */
    private static final long RETRY_NS = Duration.ofSeconds(1).toNanos();

    private final Setup setup;
    private final Thread thread =
            Thread.ofPlatform().name("cerebro-effects").daemon(true).unstarted(this::follow);
    private @Nullable EffectShift shift;
    private volatile boolean closed;

    /**
     * What a worker is made of.
     *
     * @param channels which channel carries which action; closed with the worker, as is {@code fallback}
     * @param fallback the channel of every other action
     * @param deadAfter a worker that is silent for so long is taken for dead, and its open transaction given up; the broker must
     *     allow it by {@code group.min.session.timeout.ms}
     * @param trouble is told what a person should know
     */
    public record Setup(
            Connection connection,
            Topics topics,
            Map<Action, Channel> channels,
            Channel fallback,
            Clock clock,
            Duration deadAfter,
            java.util.function.Consumer<String> trouble) {
        public Setup {
            channels = Map.copyOf(channels);
        }
    }

    private EffectWorker(Setup setup) {
        this.setup = setup;
    }

    /** Makes missing topics and begins. */
    public static EffectWorker start(Setup setup) {
        setup.topics().ensure(setup.connection());
        EffectWorker worker = new EffectWorker(setup);
        worker.thread.start();
        return worker;
    }

    private void follow() {
        while (!closed) {
            try (Consumer<byte[], byte[]> outbox =
                    setup.connection().member(setup.topics().workers(), setup.deadAfter())) {
                outbox.subscribe(List.of(setup.topics().outbox()), new Dealing(outbox));
                work(outbox);
            } catch (KafkaException | StoreException e) {
                tell(e);
                LockSupport.parkNanos(RETRY_NS);
            } finally {
                endShift();
            }
        }
    }

    /** Until it is closed, or its shift is fenced: then it joins anew. */
    private void work(Consumer<byte[], byte[]> outbox) {
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> found : outbox.poll(POLL)) {
                EffectShift current = shift;
                if (current != null) {
                    current.take(found);
                }
            }
            EffectShift current = shift;
            if (current != null && current.isOver()) {
                return;
            }
            if (current != null && !current.hasRoom()) {
                outbox.pause(outbox.assignment());
            } else {
                outbox.resume(outbox.paused());
            }
        }
    }

    private void tell(RuntimeException e) {
        if (!closed) {
            setup.trouble().accept("effects are not carried out, and are tried again: " + e.getMessage());
        }
    }

    private void endShift() {
        EffectShift ended = shift;
        shift = null;
        if (ended != null) {
            ended.close();
        }
    }

    /** Begins a shift with whatever is dealt, and ends it before that is dealt anew. */
    private final class Dealing implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> outbox;

        Dealing(Consumer<byte[], byte[]> outbox) {
            this.outbox = outbox;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            endShift();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            endShift();
            if (!partitions.isEmpty()) {
                shift = EffectShift.begin(setup, List.copyOf(partitions), outbox.groupMetadata());
            }
        }
    }

    /** Ends after the attempt that is under way; the rest is another worker's. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        setup.channels().values().stream().distinct().forEach(Channel::close);
        setup.fallback().close();
    }
}
