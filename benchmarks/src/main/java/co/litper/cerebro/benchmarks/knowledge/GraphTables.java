package co.litper.cerebro.benchmarks.knowledge;

import co.litper.cerebro.cluster.postgres.PostgresGraph;
import co.litper.cerebro.cluster.postgres.PostgresOptions;
import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.GraphQuestions;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.testkit.PostgresServer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/** The questions of {@link GraphBench} to the graph in PostgreSQL. */
final class GraphTables {
    /** Entries of one transaction. */
    private static final int BATCH = 1_000;

    private static final long STORE = 1;

    /** Questions whose answers are compared with those of the graph in memory. */
    private static final int COMPARED = 400;

    private static final int WARM_UP = 500;
    private static final int TELL_EVERY = 50;

    private GraphTables() {}

    /** @param middleMs a moment half of the events were known at */
    record Questions(int count, int parcels, long middleMs, long seed) {}

    static void measure(
            byte[][] encoded,
            KnowledgeGraph memory,
            Questions asked,
            SequencedMap<String, Object> ours,
            PrintStream progress) {
        InMemoryEventLog log = new InMemoryEventLog();
        List<Entry> entries = new ArrayList<>(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            entries.add(new Entry(i + 1L, encoded[i], new byte[0]));
        }
        log.append(entries, List.of());
        try (PostgresServer server = PostgresServer.start();
                PostgresGraph graph = PostgresGraph.open(
                        PostgresOptions.of(server.url(), PostgresServer.USER, "", "graph"), STORE, person -> false)) {
            ours.put("eventsPerSecond", encoded.length / seconds(graph, log, progress));
            ours.put("events", encoded.length);
            ours.put("edges", memory.edgeCount());
            GraphQuestions tables = graph.of(MadeWorld.MERCHANT);
            GraphBench.twoHops(tables, WARM_UP, asked.parcels, asked.middleMs, asked.seed + 2, new LinkedHashMap<>());
            GraphBench.twoHops(tables, asked.count, asked.parcels, asked.middleMs, asked.seed, ours);
            ours.put("answersDiffer", differing(tables, memory, asked));
            GraphBench.paths(tables, asked.parcels, asked.seed, ours);
        }
    }

    private static double seconds(PostgresGraph graph, InMemoryEventLog log, PrintStream progress) {
        long began = System.nanoTime();
        boolean more = true;
        for (int batch = 1; more; batch++) {
            more = graph.follow(log, BATCH);
            if (batch % TELL_EVERY == 0) {
                progress.printf("%d events written%n", batch * BATCH);
            }
        }
        return (System.nanoTime() - began) / GraphBench.NS_PER_S;
    }

    private static long differing(GraphQuestions tables, KnowledgeGraph memory, Questions asked) {
        Random luck = new Random(asked.seed + 3);
        long differ = 0;
        for (int i = 0; i < COMPARED; i++) {
            Node node = GraphBench.node(i, luck, asked.parcels);
            AsOf at = i % 2 == 0 ? AsOf.NOW : new AsOf(asked.middleMs, asked.middleMs);
            if (!tables.twoHops(node, at, GraphBench.LIMIT).equals(memory.twoHops(node, at, GraphBench.LIMIT))) {
                differ++;
            }
        }
        return differ;
    }
}
