package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.KafkaEventLog;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.cluster.postgres.PostgresReadTables;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.testkit.PostgresServer;
import co.litper.cerebro.vault.InMemoryVault;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** PostgreSQL dies, in which the read tables of all shards are kept up from the journals. The nodes must not notice. */
final class PostgresGone implements Struck {
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(5);
    private static final String DECISIONS = "SELECT count(*) FROM decision";
    private static final String PARCELS = "SELECT count(*) FROM parcel";

    private final Recordings recordings;
    private final PostgresServer server = PostgresServer.start();
    private final List<KafkaEventLog> journals = new ArrayList<>();
    private final List<JournalView> views = new ArrayList<>();
    private final List<PostgresReadTables> tables = new ArrayList<>();
    private final List<ReadSide> reads = new ArrayList<>();
    private volatile long behindWhenBack;

    PostgresGone(NodeProcess.Told told, Recordings recordings) {
        this.recordings = recordings;
        for (int shard = 0; shard < recordings.shards(); shard++) {
            KafkaEventLog journal = new KafkaEventLog(told.connection(), told.topics(), shard);
            JournalView view = new JournalView(journal);
            PostgresOptions options =
                    new PostgresOptions(server.url(), PostgresServer.USER, "", "shard" + shard, 1, true);
            PostgresReadTables own = PostgresReadTables.open(options, shard + 1, PostgresReadTables.STANDARD_DAYS);
            journals.add(journal);
            views.add(view);
            tables.add(own);
            reads.add(ReadSide.open(
                    own,
                    journal,
                    InMemoryVault.withRandomSecret(),
                    view,
                    AnswerDeadlines.standard(HolidayCalendar.none())));
        }
    }

    @Override
    public void begin() {
        server.kill();
    }

    @Override
    public void end() {
        behindWhenBack = behind();
        server.restart();
    }

    private long behind() {
        return reads.stream()
                .mapToLong(r -> Math.min(r.behind(), recordings.entries()))
                .sum();
    }

    @Override
    public Beside compare() throws InterruptedException {
        long start = System.nanoTime();
        int expectedDecisions = 0;
        int decisions = 0;
        int expectedParcels = 0;
        int parcels = 0;
        boolean caughtUp = true;
        for (int shard = 0; shard < reads.size(); shard++) {
            caughtUp &= reads.get(shard).await(CAUGHT_UP_WITHIN);
            expectedDecisions += decisionsOf(shard);
            decisions += count(shard, DECISIONS);
            expectedParcels += views.get(shard).ask(view -> {
                int[] homes = new int[1];
                view.eachHome((key, home) -> homes[0]++);
                return homes[0];
            });
            parcels += count(shard, PARCELS);
        }
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("readsBehindWhenBack", behindWhenBack);
        figures.put(
                "readsCaughtUpMs", Duration.ofNanos(System.nanoTime() - start).toMillis());
        figures.put("decisionsExpected", expectedDecisions);
        figures.put("decisionsListed", decisions);
        figures.put("parcelsExpected", expectedParcels);
        figures.put("parcelsListed", parcels);
        int wrong = Math.abs(expectedDecisions - decisions) + Math.abs(expectedParcels - parcels);
        return new Beside(wrong + (caughtUp ? 0 : 1), figures);
    }

    private int decisionsOf(int shard) {
        int decisions = 0;
        for (Entry entry : recordings.entries(shard)) {
            decisions += (int) FactsCodec.decode(entry.facts()).stream()
                    .filter(Decision.class::isInstance)
                    .count();
        }
        return decisions;
    }

    private int count(int shard, String sql) {
        return tables.get(shard).read(session -> {
            try (ResultSet rows = session.statement(sql).executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        });
    }

    @Override
    public void close() {
        reads.forEach(ReadSide::close);
        journals.forEach(KafkaEventLog::close);
        server.close();
    }
}
