package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.world.WireException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A task that one process of an installation has at a time while the others stand by: whom Kafka gives the one partition of a
 * topic, in a group of their own. Who has it keeps it until it leaves or is silent for too long. This says who <em>should</em>
 * work; one who is only slow may believe it a little longer, and must be harmless by other means.
 *
 * <p>Works in a thread of its own. Thread-safe.
 */
final class Seat implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    /** After a failure, such as a broker that is down. */
    private static final long RETRY_NS = Duration.ofSeconds(1).toNanos();

    /** What is under way may wait for a broker; then it is given up. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Terms terms;
    private final Supplier<Shift> begin;
    private final Thread thread;
    private @Nullable Shift shift;
    private boolean chosen;
    /** The trouble told last: what stays the same is not told every second. */
    private String told = "";

    private volatile boolean taken;
    private volatile boolean closed;

    /** One process's time at the task. Owned by the thread of its seat. */
    interface Shift extends AutoCloseable {
        /** How long a turn may wait for records of the topic. */
        Duration patience();

        /**
         * A bounded piece of work, some minutes at the most. Whatever it throws ends the shift.
         *
         * @param found records of the topic that were not read before
         * @param done notes that {@code found} need not be read again
         */
        void turn(ConsumerRecords<byte[], byte[]> found, Runnable done);

        @Override
        void close();
    }

    /**
     * What a seat is about.
     *
     * @param task in words that go on: "… by this node for now: why"
     * @param group of those who stand by
     * @param topic of one partition
     * @param reads false if the topic's records are of no interest
     * @param deadAfter one who is silent for so long is taken for dead
     * @param trouble is told what a person should know
     */
    record Terms(
            Connection connection,
            String task,
            String group,
            String topic,
            boolean reads,
            Duration deadAfter,
            Consumer<String> trouble) {}

    private Seat(Terms terms, String name, Supplier<Shift> begin) {
        this.terms = terms;
        this.begin = begin;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::follow);
    }

    /** Stands by in a thread of this name. */
    static Seat take(Terms terms, String name, Supplier<Shift> begin) {
        Seat seat = new Seat(terms, name, begin);
        seat.thread.start();
        return seat;
    }

    /** True if the task is this one's, as far as it knows. */
    boolean isTaken() {
        return taken;
    }

    private void follow() {
        while (!closed) {
            try (var member = terms.connection().holder(terms.group(), terms.deadAfter())) {
                member.subscribe(List.of(terms.topic()), new Choice(member));
                work(member);
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
    private void work(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> member) {
        while (!closed) {
            Shift before = shift;
            ConsumerRecords<byte[], byte[]> found = member.poll(before == null ? POLL : before.patience());
            if (chosen && shift == null) {
                shift = begin.get();
                taken = true;
                told = "";
            }
            Shift current = shift;
            if (current != null) {
                current.turn(found, member::commitSync);
            }
        }
    }

    /** What a newer node wrote this one can never read: it leaves the task to those that can. */
    private static boolean isTooNew(RuntimeException e) {
        return e instanceof StoreException store && store.kind() == StoreException.Kind.TOO_NEW
                || e instanceof WireException wire && wire.isNewer();
    }

    private void tell(RuntimeException e) {
        String trouble = terms.task() + " by this node for now: " + e.getMessage();
        if (!closed && !trouble.equals(told)) {
            told = trouble;
            terms.trouble().accept(trouble);
        }
    }

    private void endShift() {
        Shift ended = shift;
        shift = null;
        chosen = false;
        taken = false;
        if (ended != null) {
            ended.close();
        }
    }

    /** Notes whether the partition is this one's. */
    private final class Choice implements ConsumerRebalanceListener {
        private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> member;

        Choice(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> member) {
            this.member = member;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!terms.reads()) {
                member.pause(partitions);
            }
            chosen |= !partitions.isEmpty();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                endShift();
            }
        }
    }

    /** Leaves the task to the others. */
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
