package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.cluster.postgres.PgvectorBeside;
import co.litper.cerebro.cluster.postgres.PgvectorSearchIndex;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.redis.RedisRecentIndex;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.MemoryKind;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.SearchIndex;
import co.litper.cerebro.server.memory.MemoryPlace;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one shard, which all gateways share: in PostgreSQL, and the recent ones in Redis if there is one. Whoever holds the
 * schema's lock fills both. Thread-safe.
 */
final class SharedMemory implements MemoryPlace {
    private static final String RECENT = MemoryKind.RECENT.wire();

    private final Where where;
    private final Embedder embedder;
    private final PgvectorBeside beside;
    private @Nullable RedisRecentIndex recentBeside;
    private @Nullable PgvectorSearchIndex filled;

    /**
     * Where it lies.
     *
     * @param postgres with a schema of its own
     * @param redis with a prefix of its own, for the recent memories; empty if they lie in PostgreSQL as well
     * @param logId of the shard's journal
     */
    record Where(PostgresOptions postgres, Optional<RedisServerAddress> redis, long logId) {}

    /** @param embedder stays the caller's to close, after this */
    SharedMemory(Where where, Embedder embedder) {
        this.where = where;
        this.embedder = embedder;
        this.beside = new PgvectorBeside(where.postgres(), where.logId(), embedder);
    }

    @Override
    public synchronized Memories open() {
        filled = null;
        PgvectorSearchIndex lasting = PgvectorSearchIndex.open(where.postgres(), where.logId(), embedder);
        SearchIndex index = lasting;
        boolean ready = false;
        try {
            if (where.redis().isPresent()) {
                index = TieredIndex.of(recent(where.redis().get(), lasting.position()), lasting);
                lasting.removeOlder(RECENT, Long.MAX_VALUE); // of the time before there was a Redis
            }
            ready = true;
        } finally {
            if (!ready) {
                index.close();
            }
        }
        Memories memories = MemoryPlace.over(index);
        filled = lasting;
        stopReading();
        return memories;
    }

    /** The recent memories, without any of another log or embedder. */
    private RedisRecentIndex recent(RedisServerAddress redis, long lastingPosition) {
        RedisRecentIndex recent = RedisRecentIndex.open(redis, embedder, Memories.RECENT_TTL);
        if (lastingPosition == 0) {
            recent.removeOlder(RECENT, Long.MAX_VALUE);
        }
        return recent;
    }

    @Override
    public synchronized Optional<Memories> openBeside(long known) {
        if (where.redis().isEmpty()) {
            return beside.committed(known).map(MemoryPlace::over);
        }
        RedisRecentIndex recent = recentBeside;
        if (recent == null) {
            recent = RedisRecentIndex.openBeside(where.redis().get(), embedder);
            recentBeside = recent;
        }
        recent.refresh();
        SearchIndex read = recent;
        return beside.committed(known).map(lasting -> MemoryPlace.over(TieredIndex.lent(read, lasting)));
    }

    private void stopReading() {
        RedisRecentIndex recent = recentBeside;
        recentBeside = null;
        try (beside) {
            if (recent != null) {
                recent.close();
            }
        }
    }

    @Override
    public synchronized void drop() {
        PgvectorSearchIndex.drop(where.postgres());
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public OptionalInt eraseElsewhere(PersonRef person) {
        return beside.eraseElsewhere(person);
    }

    @Override
    public synchronized Collection<PersonRef> toErase() {
        PgvectorSearchIndex open = filled;
        return open == null ? List.of() : open.toErase();
    }

    @Override
    public synchronized void erased(PersonRef person, int gone) {
        PgvectorSearchIndex open = filled;
        if (open == null) {
            throw new StoreException(StoreException.Kind.IO, "the memory is not filled here any more");
        }
        open.erased(person, gone);
    }

    @Override
    public synchronized void close() {
        stopReading();
    }
}
