package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.adapters.sqlite.CheckpointFolder;
import co.litper.cerebro.adapters.sqlite.Closing;
import co.litper.cerebro.cluster.kafka.KafkaEventLog;
import co.litper.cerebro.cluster.postgres.PostgresReadTables;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.ReadSide;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one shard knows: its journal, the state folded from it, its read tables. Thread-safe. */
final class ShardArchive implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final FollowedState state;
    private final Archive archive;

    private ShardArchive(Gateway.Setup setup, int shard, long journalId) {
        boolean done = false;
        try {
            KafkaEventLog log = new KafkaEventLog(setup.connection().within(Gateway.PATIENCE), setup.topics(), shard);
            open.push(log);
            CheckpointFolder folder = CheckpointFolder.open(
                    setup.folder().resolve("gateway").resolve("shard-" + shard),
                    Wiring.storeOptions(setup.configuration(), setup.clock()),
                    journalId);
            open.push(folder);
            this.state = new FollowedState(log, folder);
            open.push(state::checkpoint);
            PostgresReadTables tables = PostgresReadTables.share(
                    setup.postgres().schema(setup.postgres().schema() + "_" + shard), journalId, setup.keptDays());
            boolean followed = false;
            try {
                ReadSide reads = ReadSide.open(
                        tables, log, setup.vault(), state, AnswerDeadlines.standard(new ColombianHolidays()));
                followed = true;
                open.push(reads);
                this.archive = new Archive(log, state, reads, setup.vault());
            } finally {
                if (!followed) {
                    tables.close();
                }
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /**
     * Opens a shard and begins to follow its journal.
     *
     * @param journalId of the installation's journal
     * @throws co.litper.cerebro.log.StoreException if brokers, database or folder cannot be reached
     */
    static ShardArchive open(Gateway.Setup setup, int shard, long journalId) {
        return new ShardArchive(setup, shard, journalId);
    }

    Archive archive() {
        return archive;
    }

    /** Follows the journal although nobody asks. */
    void keepUp() throws InterruptedException {
        state.keepUp();
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
