package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The time for which a worker has the same partitions of the outbox: an executor for them, and the record of its attempts. The
 * worker's thread takes effects in, a thread of the shift's own carries them out.
 */
final class EffectShift implements AutoCloseable {
    private final EffectWorker.Setup setup;
    private final AttemptBook book;
    private final Executor executor;
    private final Thread thread;
    private final Deque<Dispatch> waiting = new ArrayDeque<>();

    /** Effects that are not the executor's yet; asked by its thread. */
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();

    private EffectShift(EffectWorker.Setup setup, AttemptBook book) {
        this.setup = setup;
        this.book = book;
        this.executor = new Executor(setup.channels(), setup.fallback(), book::report, setup.clock());
        this.thread = Thread.ofPlatform().name("cerebro-executor").daemon(true).unstarted(executor::run);
    }

    /** Reads what was attempted of these partitions, and begins. */
    static EffectShift begin(
            EffectWorker.Setup setup, List<TopicPartition> partitions, ConsumerGroupMetadata membership) {
        EffectShift shift = new EffectShift(setup, AttemptBook.open(setup, partitions, membership));
        shift.book.follow(effectId -> shift.inHand.contains(effectId) || shift.executor.holds(effectId));
        shift.thread.start();
        return shift;
    }

    /** Takes in a record of the outbox. */
    void take(ConsumerRecord<byte[], byte[]> found) {
        OutboxRecord told = OutboxRecord.read(found.value());
        // In hand before it is noted as read: else a report at this moment would take it for done with.
        boolean fresh = inHand.add(told.effectId());
        EffectStatus known = book.note(found.partition(), found.offset(), told.effectId());
        switch (told) {
            case OutboxRecord.Withdrawn w -> withdraw(w.effectId());
            case OutboxRecord.Dispatched(Dispatch dispatch) -> {
                if (known == EffectStatus.PLANNED && fresh) {
                    waiting.add(dispatch);
                } else if (known == EffectStatus.ATTEMPTING && !executor.holds(dispatch.effectId())) {
                    book.reportUnknown(dispatch, channelName(dispatch));
                    inHand.remove(dispatch.effectId());
                } else if (fresh) {
                    inHand.remove(dispatch.effectId());
                }
            }
        }
        hasRoom();
    }

    private String channelName(Dispatch dispatch) {
        return setup.channels()
                .getOrDefault(dispatch.action(), setup.fallback())
                .name();
    }

    private void withdraw(long effectId) {
        waiting.removeIf(dispatch -> dispatch.effectId() == effectId);
        executor.withdraw(effectId);
        inHand.remove(effectId);
    }

    /** Hands over what waits. True if nothing waits any more, so that more may be read. */
    boolean hasRoom() {
        while (!waiting.isEmpty() && executor.offer(waiting.getFirst())) {
            inHand.remove(waiting.removeFirst().effectId());
        }
        return waiting.isEmpty();
    }

    /** True if another has its partitions by now. */
    boolean isOver() {
        return book.isFenced();
    }

    /** Ends after the attempt under way. */
    @Override
    public void close() {
        executor.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        book.close();
    }

    /** What an executor reports. */
    static ActionExecuted executed(Dispatch dispatch, String channel, EffectStatus status) {
        return new ActionExecuted(dispatch.effectId(), dispatch.action(), channel, status);
    }
}
