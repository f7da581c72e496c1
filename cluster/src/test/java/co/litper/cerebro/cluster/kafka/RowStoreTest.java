package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.testkit.contract.StateStoreContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The state of a shard, on stores in the order that those of Kafka Streams have. That theirs survive, are restored from the
 * changelog, and move with the transaction is shown where nodes run.
 */
class RowStoreTest extends StateStoreContract {
    private final Map<Path, OrderedStore> rows = new HashMap<>();
    private final Map<Path, OrderedStore> memories = new HashMap<>();

    @Override
    protected StateStore open(Path folder) {
        ShardMemory memory = new ShardMemory(memories.computeIfAbsent(folder, f -> new OrderedStore("memory")), 0);
        return new RowStore(rows.computeIfAbsent(folder, f -> new OrderedStore("rows")), RowFormat.STANDARD, memory);
    }

    @Override
    protected boolean isDurable() {
        return true;
    }

    /** Only the thread of its task sees it. */
    @Override
    protected boolean isShared() {
        return false;
    }
}
