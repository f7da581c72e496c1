package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.adapters.sqlite.Closing;
import co.litper.cerebro.cluster.postgres.PostgresGraph;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.read.Archive;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Fills the graph tables of all shards from their journals, for services that read them by statements of their own; no answer
 * of a gateway comes from them. They tell of no customer. One gateway fills those of a shard, another takes over when it is gone.
 *
 * <p>Whoever fills a shard holds its graph in memory, some 450 bytes a shipment since the journal began. Thread-safe.
 */
final class GraphTables implements AutoCloseable {
    /** Entries of one transaction. */
    private static final int BATCH = 1_000;

    /** Between looks at journals that have not grown. */
    private static final long IDLE_NS = Duration.ofMillis(500).toNanos();

    /** Between tries to fill what another process fills, and after a failure. */
    private static final long TRY_AGAIN_NS = Duration.ofSeconds(2).toNanos();

    private static final Duration LAST_BATCH = Duration.ofSeconds(20);

    private final List<Shard> shards = new ArrayList<>();

    private GraphTables(PostgresOptions postgres, ClusterArchives archives) {
        for (Archive archive : archives.shards()) {
            PostgresOptions own = postgres.schema(postgres.schema() + "_" + shards.size());
            shards.add(new Shard(own, archives.journalId(), archive.log()));
        }
    }

    /**
     * Begins to fill the tables.
     *
     * @param postgres shard 3 has the schema with {@code _3} behind its name
     * @param archives of the shards; stay the caller's to close, after this
     */
    static GraphTables open(PostgresOptions postgres, ClusterArchives archives) {
        GraphTables tables = new GraphTables(postgres, archives);
        tables.shards.forEach(shard -> shard.thread.start());
        return tables;
    }

    /** The tables of one shard, and the thread that fills them. */
    private static final class Shard implements AutoCloseable {
        private final PostgresOptions options;
        private final long journalId;
        private final EventLog log;
        private final Thread thread =
                Thread.ofPlatform().name("cerebro-graph").daemon(true).unstarted(this::follow);
        private volatile boolean closed;
        private boolean failed;

        Shard(PostgresOptions options, long journalId, EventLog log) {
            this.options = options;
            this.journalId = journalId;
            this.log = log;
        }

        private void follow() {
            while (!closed) {
                try (PostgresGraph graph = PostgresGraph.open(options, journalId, _ -> true)) {
                    fill(graph);
                } catch (StoreException e) {
                    tell(e);
                    rest(TRY_AGAIN_NS);
                }
            }
        }

        private void fill(PostgresGraph graph) {
            while (!closed) {
                boolean more = graph.follow(log, BATCH);
                failed = false;
                if (!more) {
                    rest(IDLE_NS);
                }
            }
        }

        private void tell(StoreException e) {
            boolean others = e.kind() == StoreException.Kind.LOCKED;
            if (!failed && !others) {
                ServiceLog.told("the graph tables do not follow the log, and are tried again: " + e.getMessage());
            }
            failed = !others;
        }

        private void rest(long ns) {
            if (!closed) {
                LockSupport.parkNanos(ns);
            }
        }

        @Override
        public void close() {
            closed = true;
            LockSupport.unpark(thread);
            try {
                if (!thread.join(LAST_BATCH)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                thread.interrupt();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        Closing.all(new ArrayDeque<>(shards));
    }
}
