package co.litper.cerebro.benchmarks.knowledge;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.GraphProjection;
import co.litper.cerebro.knowledge.GraphQuestions;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.PathQuery;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/**
 * Feeds a graph from the encoded events of made-up half years until it holds millions of edges, then asks: two hops from
 * guides, customers, cities and carriers at random moments, paths between guides, and whether the graph as of the middle of the
 * log is the graph of the first half of the log.
 *
 * <p>With {@code --postgres} the same questions go to tables of a PostgreSQL that is started for it and does not sync, and a share of
 * the answers is compared with those of the graph in memory.
 *
 * <p>Options: {@code --parcels N} (400000), {@code --queries N} (20000), {@code --seed S} (1), {@code --postgres}.
 */
public final class GraphBench implements Bench {
    /** Edges followed from a node by a relation. */
    static final int LIMIT = 50;

    private static final int PATH_QUERIES = 500;

    private static final String POSTGRES = "--postgres";

    /** Queries before those that are timed, so that the compiler has seen them. */
    private static final int WARM_UP = 5_000;

    private static final double NS_PER_MS = 1e6;
    static final double NS_PER_S = 1e9;
    private static final double P99 = 0.99;

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public String description() {
        return "events a second into the knowledge graph, two-hop queries, as-of: [--parcels N] [--queries N] [--seed S]"
                + " [--postgres]";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        long seed = option(args, "--seed", 1);
        int parcels = (int) option(args, "--parcels", 400_000);
        int queries = (int) option(args, "--queries", 20_000);
        List<Envelope> events = new MadeWorld(seed).events(parcels, NOTHING, p -> p);
        byte[][] encoded = new byte[events.size()][];
        EnvelopeCodec codec = new EnvelopeCodec();
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = codec.encode(events.get(i));
        }
        long middleMs = events.get(events.size() / 2).recordedAt().toEpochMilli();
        events.clear();
        progress.printf("%d events made%n", encoded.length);
        GraphProjection projection = new GraphProjection(MadeWorld.MERCHANT);
        GraphProjection half = new GraphProjection(MadeWorld.MERCHANT);
        long began = System.nanoTime();
        feed(projection, encoded, Long.MAX_VALUE);
        double seconds = (System.nanoTime() - began) / NS_PER_S;
        KnowledgeGraph graph = projection.graph();
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        if (args.contains(POSTGRES)) {
            GraphTables.Questions questions = new GraphTables.Questions(queries, parcels, middleMs, seed);
            GraphTables.measure(encoded, graph, questions, ours, progress);
            return result(ours, seed, "./cerebro bench graph --postgres --json");
        }
        ours.put("eventsPerSecond", encoded.length / seconds);
        ours.put("events", encoded.length);
        ours.put("nodes", graph.nodeCount());
        ours.put("edges", graph.edgeCount());
        twoHops(graph, WARM_UP, parcels, middleMs, seed + 2, new LinkedHashMap<>());
        twoHops(graph, queries, parcels, middleMs, seed, ours);
        paths(graph, parcels, seed, ours);
        feed(half, encoded, middleMs);
        ours.put(
                "asOfEqualsRebuilt",
                graph.all(AsOf.known(middleMs)).equals(half.graph().all(AsOf.known(middleMs))));
        return result(ours, seed, "./cerebro bench graph --json");
    }

    private BenchResult result(SequencedMap<String, Object> ours, long seed, String command) {
        return new BenchResult(
                name(),
                ours,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                List.of(seed),
                command);
    }

    private static final Plant NOTHING = new Plant("nothing", "", List.of(), p -> false, 0, 0, 0);

    private static void feed(GraphProjection projection, byte[][] encoded, long untilMs) {
        EnvelopeCodec codec = new EnvelopeCodec();
        for (int i = 0; i < encoded.length; i++) {
            if (untilMs != Long.MAX_VALUE
                    && codec.decode(encoded[i]).recordedAt().toEpochMilli() > untilMs) {
                return;
            }
            projection.apply(new Entry(i + 1L, encoded[i], new byte[0]));
        }
    }

    static void twoHops(
            GraphQuestions graph,
            int queries,
            int parcels,
            long middleMs,
            long seed,
            SequencedMap<String, Object> ours) {
        Random luck = new Random(seed);
        long[] times = new long[queries];
        long[] worked = new long[queries];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long reached = 0;
        for (int i = 0; i < queries; i++) {
            Node node = node(i, luck, parcels);
            AsOf at = i % 2 == 0 ? AsOf.NOW : new AsOf(middleMs, middleMs);
            long cpu = threads.getCurrentThreadCpuTime();
            long from = System.nanoTime();
            reached += graph.twoHops(node, at, LIMIT).size();
            times[i] = System.nanoTime() - from;
            worked[i] = threads.getCurrentThreadCpuTime() - cpu;
        }
        Arrays.sort(times);
        Arrays.sort(worked);
        ours.put("p99CpuMs", worked[(int) (queries * P99)] / NS_PER_MS);
        ours.put("p50Ms", times[queries / 2] / NS_PER_MS);
        ours.put("p99Ms", times[(int) (queries * P99)] / NS_PER_MS);
        ours.put("maxMs", times[queries - 1] / NS_PER_MS);
        ours.put("reachedPerQuery", (double) reached / queries);
    }

    static Node node(int turn, Random luck, int parcels) {
        return switch (turn % 4) {
            case 0 -> new Node(NodeType.GUIDE, Long.toString(24_000_000L + luck.nextInt(parcels)));
            case 1 ->
                new Node(
                        NodeType.CUSTOMER,
                        HexFormat.of().toHexDigits((long) luck.nextInt(4_000)).repeat(2));
            case 2 -> new Node(NodeType.CITY, MadeWorld.CITIES.get(luck.nextInt(MadeWorld.CITIES.size())));
            default -> new Node(NodeType.CARRIER, MadeWorld.CARRIERS.get(luck.nextInt(MadeWorld.CARRIERS.size())));
        };
    }

    static void paths(GraphQuestions graph, int parcels, long seed, SequencedMap<String, Object> ours) {
        Random luck = new Random(seed + 1);
        long[] times = new long[PATH_QUERIES];
        for (int i = 0; i < PATH_QUERIES; i++) {
            PathQuery query = PathQuery.shortest(node(0, luck, parcels), node(0, luck, parcels), AsOf.NOW, 3);
            long from = System.nanoTime();
            graph.paths(query);
            times[i] = System.nanoTime() - from;
        }
        Arrays.sort(times);
        ours.put("pathsP50Ms", times[PATH_QUERIES / 2] / NS_PER_MS);
        ours.put("pathsP99Ms", times[(int) (PATH_QUERIES * P99)] / NS_PER_MS);
    }

    private static long option(List<String> args, String name, long standard) {
        int at = args.indexOf(name);
        return at < 0 || at + 1 >= args.size() ? standard : Long.parseLong(args.get(at + 1));
    }
}
