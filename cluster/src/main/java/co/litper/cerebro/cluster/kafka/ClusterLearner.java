package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.world.Clock;
import co.litper.cerebro.world.WireException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Lets a cluster learn: of all that are started for an installation one teaches its learner from the journals of all shards
 * and publishes snapshots, the others stand by.
 *
 * <p>Implementation notes. Who learns is whom Kafka gives the one partition of the topic of snapshots, in a group of their
 * own; it keeps it until it leaves or is silent for too long. That decides who should; that nobody else can is seen to by
 * {@link LearnerShift}. Works in a thread of its own. Thread-safe.
 */
public final class ClusterLearner implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    /** After a failure, such as a broker that is down. */
    private static final long RETRY_NS = Duration.ofSeconds(1).toNanos();

    /** What is under way may wait for a broker; it is given up then, and learned again by the next. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Setup setup;
    private final Thread thread =
            Thread.ofPlatform().name("cerebro-learn").daemon(true).unstarted(this::follow);
    private @Nullable LearnerShift shift;
    private boolean chosen;
    private volatile boolean learning;
    private volatile boolean closed;

    /**
     * What a learner is made of.
     *
     * @param deadAfter one who is silent for so long is taken for dead, and its open transaction given up; the broker must
     *     allow it by {@code group.min.session.timeout.ms}
     * @param trouble is told what a person should know
     */
    public record Setup(
            Connection connection,
            Topics topics,
            Clock clock,
            Duration deadAfter,
            java.util.function.Consumer<String> trouble) {}

    private ClusterLearner(Setup setup) {
        this.setup = setup;
    }

    /** Makes missing topics and stands by. */
    public static ClusterLearner start(Setup setup) {
        setup.topics().ensure(setup.connection());
        ClusterLearner learner = new ClusterLearner(setup);
        learner.thread.start();
        return learner;
    }

    /** True if this is the one who learns, as far as it knows. */
    public boolean isLearning() {
        return learning;
    }

    private void follow() {
        while (!closed) {
            try (Consumer<byte[], byte[]> seat =
                    setup.connection().holder(setup.topics().learners(), setup.deadAfter())) {
                seat.subscribe(List.of(setup.topics().snapshots()), new Choice(seat));
                work(seat);
            } catch (RuntimeException e) {
                tell(e);
                if (isTooNew(e)) {
                    return;
                }
                LockSupport.parkNanos(RETRY_NS);
            } finally {
                endShift();
            }
        }
    }

    /** Until it is closed, or something fails: then it joins anew. */
    private void work(Consumer<byte[], byte[]> seat) {
        while (!closed) {
            seat.poll(shift == null ? POLL : Duration.ZERO);
            if (chosen && shift == null) {
                shift = LearnerShift.begin(setup);
                learning = true;
            }
            LearnerShift current = shift;
            if (current != null) {
                current.advance(POLL);
            }
        }
    }

    /** What a newer node wrote this one can never read: it leaves the learning to those that can. */
    private static boolean isTooNew(RuntimeException e) {
        return e instanceof StoreException store && store.kind() == StoreException.Kind.TOO_NEW
                || e instanceof WireException wire && wire.isNewer();
    }

    private void tell(RuntimeException e) {
        if (!closed) {
            setup.trouble().accept("nothing is learned by this node for now: " + e.getMessage());
        }
    }

    private void endShift() {
        LearnerShift ended = shift;
        shift = null;
        chosen = false;
        learning = false;
        if (ended != null) {
            ended.close();
        }
    }

    /** Notes whether the partition is this one's. Its records are not what is wanted of it. */
    private final class Choice implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> seat;

        Choice(Consumer<byte[], byte[]> seat) {
            this.seat = seat;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            seat.pause(partitions);
            chosen |= !partitions.isEmpty();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                endShift();
            }
        }
    }

    /** Leaves it to the others. What was learned since the last snapshot is learned again by the next. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
