package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.Home;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the host of a shard must remember beside its state, in the same transaction: the position that comes next, and which
 * effects were handed over. Those who carry effects out live on when a shard moves, so a shard that moved must not hand over
 * again. Bounded by the effects under way. Owned by the task's thread.
 */
final class ShardMemory {
    static final Bytes NEXT = Bytes.wrap(new byte[] {'n'});
    private static final byte[] TRUE = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private final long first;
    private long next;

    ShardMemory(KeyValueStore<Bytes, byte[]> store, int shard) {
        this.store = store;
        this.first = Shards.firstPosition(shard);
        byte[] kept = store.get(NEXT);
        this.next = kept == null ? first : JournalRecord.number(kept);
    }

    /** The position that the next entry gets. */
    long next() {
        return next;
    }

    void moveTo(long position) {
        next = position;
        store.put(NEXT, JournalRecord.bytes(position));
    }

    void clear() {
        moveTo(first);
    }

    void noteHandedOver(long effectId) {
        store.put(effect(effectId), TRUE);
    }

    /** What has come to an end need not be remembered. */
    void note(ActionExecuted executed) {
        if (!executed.status().isOpen()) {
            store.delete(effect(executed.effectId()));
        }
    }

    /** Lets a home that comes from the store know which of its effects are on their way. */
    void remind(Home home) {
        if (!home.outbox().isEmpty()) {
            home.outbox().resume(effectId -> store.get(effect(effectId)) != null);
        }
    }

    private static Bytes effect(long effectId) {
        return Bytes.wrap(JournalRecord.bytes(effectId));
    }
}
