package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.Shards;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.simulator.record.RecordedWorld;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a million decisions a second would take, on paper: linear from what one node and one entry were measured to take on this
 * machine. It says nothing of what breaks on the way there.
 *
 * @param eventsPerSecond that one node of {@link #CORES} cores met
 * @param bytesPerEntry of event and facts, not compressed
 * @param decisionsPerEntry mean over the recording
 */
record PaperModel(double eventsPerSecond, double bytesPerEntry, double decisionsPerEntry) {
    private static final double TARGET_PER_S = 1e6;

    /** Of the machine that measured. */
    private static final int CORES = 2;

    /** Share of what a node can do that is planned for: the rest is for takeovers. */
    private static final double LOAD = .5;

    private static final int REPLICAS = 3;

    /** A state row that an event changes, as {@code Setup.maxCachedKeys} reckons it. */
    private static final double ROW_BYTES = 600;

    /** Assumed, not measured: a core for an hour and a gigabyte of disk for a month, in dollars. */
    private static final double CORE_HOUR_USD = .04;

    private static final double GB_MONTH_USD = .08;
    private static final double HOURS_A_MONTH = 730;
    private static final double SECONDS_A_DAY = 86_400;
    private static final double DAYS_A_MONTH = 30;
    private static final double BYTES_A_GB = 1e9;
    private static final double BYTES_A_MB = 1e6;

    /** With the means of a recording. */
    static PaperModel of(double eventsPerSecond, Recordings recordings) {
        long bytes = 0;
        long decisions = 0;
        for (RecordedWorld world : recordings.worlds()) {
            for (Entry entry : world.entries()) {
                bytes += entry.event().length + entry.facts().length;
                decisions += FactsCodec.decode(entry.facts()).stream()
                        .filter(Decision.class::isInstance)
                        .count();
            }
        }
        double entries = recordings.entries();
        return new PaperModel(eventsPerSecond, bytes / entries, decisions / entries);
    }

    /** Partitions, nodes, network, storage and money. */
    SequencedMap<String, Object> figures() {
        double events = TARGET_PER_S / decisionsPerEntry;
        long nodes = (long) Math.ceil(events / (eventsPerSecond * LOAD));
        // An event comes in, stands in the journal, and changes a row; each is written to every replica.
        double written = events * (2 * bytesPerEntry + ROW_BYTES) * REPLICAS;
        double journalGbADay = events * bytesPerEntry * REPLICAS * SECONDS_A_DAY / BYTES_A_GB;
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("bytesPerEntry", bytesPerEntry);
        figures.put("decisionsPerEntry", decisionsPerEntry);
        figures.put("eventsPerSecond", events);
        figures.put("nodes", nodes);
        figures.put("partitions", nodes);
        figures.put("installations", (nodes + Shards.MOST - 1) / Shards.MOST);
        figures.put("brokersWriteMbPerSecond", written / BYTES_A_MB);
        figures.put("journalGbPerDay", journalGbADay);
        figures.put("nodesUsdPerMonth", nodes * CORES * CORE_HOUR_USD * HOURS_A_MONTH);
        figures.put("journalUsdPerMonthKept", journalGbADay * DAYS_A_MONTH * GB_MONTH_USD);
        return figures;
    }
}
