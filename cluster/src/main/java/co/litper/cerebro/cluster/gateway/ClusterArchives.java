package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.adapters.sqlite.Closing;
import co.litper.cerebro.cluster.kafka.Shards;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The archives of all shards; a merchant lies in the one that its events go to. Thread-safe. */
final class ClusterArchives implements Archives, AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<ShardArchive> shards = new ArrayList<>();
    private final long journalId;

    private ClusterArchives(long journalId) {
        this.journalId = journalId;
    }

    static ClusterArchives open(Gateway.Setup setup) {
        long journalId = setup.topics().journalId(setup.connection());
        ClusterArchives archives = new ClusterArchives(journalId);
        boolean done = false;
        try {
            for (int shard = 0; shard < setup.topics().shards(); shard++) {
                ShardArchive opened = ShardArchive.open(setup, shard, journalId);
                archives.open.push(opened);
                archives.shards.add(opened);
            }
            done = true;
            return archives;
        } finally {
            if (!done) {
                archives.close();
            }
        }
    }

    @Override
    public Archive of(MerchantId merchant) {
        return shards.get(Shards.of(merchant, shards.size())).archive();
    }

    /** The archive of each shard, in order. */
    List<Archive> shards() {
        return shards.stream().map(ShardArchive::archive).toList();
    }

    /** What tells the installation's journal from others. */
    long journalId() {
        return journalId;
    }

    /** Follows every journal although nobody asks. */
    void keepUp() throws InterruptedException {
        for (ShardArchive shard : shards) {
            shard.keepUp();
        }
    }

    /** Entries of all journals that the tables do not tell of yet. */
    long behind() {
        return shards.stream().mapToLong(s -> s.archive().reads().behind()).sum();
    }

    /** Shards whose tables this process writes. */
    long written() {
        return shards.stream().filter(s -> s.archive().reads().isWriter()).count();
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
