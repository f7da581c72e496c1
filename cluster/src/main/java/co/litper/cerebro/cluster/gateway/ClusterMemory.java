package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.adapters.sqlite.Closing;
import co.litper.cerebro.cluster.kafka.Shards;
import co.litper.cerebro.cluster.postgres.PgvectorExtension;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.memory.MemoryPlace;
import co.litper.cerebro.server.memory.MemorySide;
import co.litper.cerebro.server.memory.MemorySides;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The memories of all shards, or why there are none. Thread-safe. */
final class ClusterMemory implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<MemorySide> shards = new ArrayList<>();
    private final MemorySides sides;

    /**
     * Where the memories of a cluster lie.
     *
     * @param postgres shard 3 has the schema with {@code _3} behind its name
     * @param redis shard 3 has the prefix with {@code -3} behind it; empty if recent memories lie in PostgreSQL as well
     */
    record Where(PostgresOptions postgres, Optional<RedisServerAddress> redis) {
        SharedMemory.Where of(int shard, long logId) {
            return new SharedMemory.Where(
                    postgres.schema(postgres.schema() + "_" + shard),
                    redis.map(r -> new RedisServerAddress(r.uri(), r.prefix() + "-" + shard, r.patience())),
                    logId);
        }
    }

    private ClusterMemory(Gateway.Setup setup, ClusterArchives archives) {
        Optional<String> lacks = PgvectorExtension.lacks(setup.memory().postgres());
        if (lacks.isPresent()) {
            ServiceLog.told("nothing is remembered: " + lacks.get());
            this.sides = new MemorySides.Absent(lacks.get());
            return;
        }
        this.sides = new MemorySides.Kept(this::of);
        boolean done = false;
        try {
            Embedder embedder =
                    MemoryPlace.embedder(setup.folder(), setup.configuration().get(MemoryPlace.MODEL));
            open.push(embedder);
            for (Archive archive : archives.shards()) {
                MemoryPlace place = new SharedMemory(setup.memory().of(shards.size(), archives.journalId()), embedder);
                MemorySide side = MemorySide.open(
                        place, archive.log(), archive.state(), setup.vault()::isErased, new ColombianHolidays());
                open.push(side);
                shards.add(side);
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /**
     * Begins to remember, or to read what another gateway remembers.
     *
     * @param archives of the shards; stay the caller's to close, after this
     * @throws co.litper.cerebro.log.StoreException if the database cannot be reached
     */
    static ClusterMemory open(Gateway.Setup setup, ClusterArchives archives) {
        return new ClusterMemory(setup, archives);
    }

    private MemorySide of(MerchantId merchant) {
        return shards.get(Shards.of(merchant, shards.size()));
    }

    MemorySides sides() {
        return sides;
    }

    /** Entries of all journals that the memories do not tell of yet; 0 if there is no memory. */
    long behind() {
        return shards.stream().mapToLong(MemorySide::behind).sum();
    }

    /** Shards whose memory this process fills. */
    long filled() {
        return shards.stream().filter(MemorySide::isFilling).count();
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
