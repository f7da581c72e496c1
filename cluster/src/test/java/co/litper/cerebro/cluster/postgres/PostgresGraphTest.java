package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.GraphProjection;
import co.litper.cerebro.knowledge.GraphQuestions;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Link;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.PathQuery;
import co.litper.cerebro.knowledge.Pattern;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.knowledge.Way;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.Subject;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The graph by recursive statements answers as the graph in memory does. */
class PostgresGraphTest {
    private static final MerchantId MERCHANT = new MerchantId("m");
    private static final MerchantId OTHER = new MerchantId("otra");
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final long STORE = 7;
    private static final int LONGEST_PATH = 4;
    private static final int MOST_PATHS = 12;
    private static final int READERS = PostgresOptions.STANDARD_READERS;
    private static final Predicate<PersonRef> NOBODY = person -> false;

    private final PostgresOptions options = SharedPostgres.schema();

    private static long ms(long hour) {
        return START.plusSeconds(3600 * hour).toEpochMilli();
    }

    private static PersonRef person(int number) {
        return new PersonRef(String.format(Locale.ROOT, "%032x", 0xabcdef00L + number));
    }

    private static Entry entry(long position, MerchantId merchant, long validHour, long recordedHour, Event event) {
        Envelope envelope = new Envelope(
                "e" + position,
                "/test",
                merchant,
                Subject.of(event),
                START.plusSeconds(3600 * validHour),
                TimePrecision.SECOND,
                START.plusSeconds(3600 * recordedHour),
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
        return new Entry(position, new EnvelopeCodec().encode(envelope), new byte[0]);
    }

    private static GuideCreated created(SplittableRandom luck, String guide, Carrier carrier) {
        String[] cities = {"52001", "76001", "05001"};
        String[] products = {"Hogar", "Belleza", ""};
        return new GuideCreated(
                guide,
                luck.nextBoolean() ? "o" + guide : "",
                new ParcelFacts(
                        person(luck.nextInt(5)),
                        CityCode.UNKNOWN,
                        new CityCode(cities[luck.nextInt(cities.length)]),
                        carrier,
                        true,
                        90_000,
                        ParcelFacts.UNTOLD,
                        ParcelFacts.UNTOLD,
                        ParcelFacts.UNTOLD,
                        Double.NaN,
                        1,
                        products[luck.nextInt(products.length)],
                        "",
                        START.plusSeconds(3600 * 72)));
    }

    /** Events of a few guides of two merchants whose sources contradict one another and come late. */
    private static InMemoryEventLog story(long seed, int count) {
        SplittableRandom luck = new SplittableRandom(seed);
        List<Entry> entries = new ArrayList<>();
        Carrier[] carriers = {Carrier.ENVIA, Carrier.TCC, Carrier.COORDINADORA};
        for (int hour = 0; hour < count; hour++) {
            String guide = Integer.toString(luck.nextInt(14));
            Carrier carrier = carriers[luck.nextInt(carriers.length)];
            Event event = switch (luck.nextInt(5)) {
                case 0 -> created(luck, guide, carrier);
                case 1 -> new TrackingUpdated(guide, carrier, "X", ShipmentState.IN_TRANSIT, CityCode.UNKNOWN);
                case 2 -> new IssueReported(guide, carrier, "X", IssueReason.values()[luck.nextInt(4)], 1);
                case 3 -> new IssueResolved(guide, luck.nextBoolean() ? "call_customer" : "ñ\u0000🚚");
                default ->
                    new TrackingUpdated(
                            guide,
                            carrier,
                            "X",
                            luck.nextBoolean() ? ShipmentState.DELIVERED : ShipmentState.RETURNED,
                            CityCode.UNKNOWN);
            };
            MerchantId merchant = luck.nextInt(6) == 0 ? OTHER : MERCHANT;
            entries.add(entry(hour + 1L, merchant, Math.max(0, hour - luck.nextInt(40)), hour, event));
        }
        InMemoryEventLog log = new InMemoryEventLog();
        log.append(entries, List.of());
        return log;
    }

    private static KnowledgeGraph inMemory(InMemoryEventLog log, MerchantId merchant, Predicate<PersonRef> erased) {
        GraphProjection projection = new GraphProjection(merchant, 0, erased);
        projection.follow(log);
        return projection.graph();
    }

    private static void fill(PostgresGraph graph, InMemoryEventLog log, int most) {
        boolean more = true;
        while (more) {
            more = graph.follow(log, most);
        }
        assertThat(graph.position()).isEqualTo(log.end() - 1);
    }

    @Test
    void questionsOnBothClocksHaveTheAnswersOfTheGraphInMemory() {
        for (long seed = 1; seed <= 2; seed++) {
            InMemoryEventLog log = story(seed, 260);
            PostgresOptions schema = SharedPostgres.schema();
            try (PostgresGraph graph = PostgresGraph.open(schema, STORE, NOBODY)) {
                fill(graph, log, 37);
                for (MerchantId merchant : List.of(MERCHANT, OTHER)) {
                    KnowledgeGraph memory = inMemory(log, merchant, NOBODY);
                    requireSame("seed " + seed + " " + merchant, graph.of(merchant), memory, times());
                }
            }
        }
    }

    private static List<AsOf> times() {
        return List.of(
                AsOf.NOW,
                AsOf.known(ms(40)),
                AsOf.known(ms(133)),
                new AsOf(ms(90), AsOf.NOW.recordedMs()),
                new AsOf(ms(60), ms(100)),
                AsOf.known(ms(-1)));
    }

    private static Set<Node> nodes(GraphQuestions graph) {
        Set<Node> nodes = new LinkedHashSet<>();
        graph.all(AsOf.NOW).forEach(link -> {
            nodes.add(link.from());
            nodes.add(link.to());
        });
        return nodes;
    }

    private static void requireSame(String what, GraphQuestions there, KnowledgeGraph memory, List<AsOf> times) {
        Set<Node> nodes = nodes(memory);
        assertThat(nodes).as(what).isNotEmpty();
        for (AsOf at : times) {
            String when = what + " " + at;
            assertThat(there.all(at))
                    .as(when)
                    .isEqualTo(
                            memory.all(at).stream().map(PostgresGraphTest::kept).toList());
            for (RelationType relation : RelationType.values()) {
                assertThat(told(there.aggregates(relation, at.recordedMs())))
                        .as(when)
                        .isEqualTo(told(memory.aggregates(relation, at.recordedMs())));
            }
            for (Node node : at.equals(AsOf.NOW) ? nodes : someOf(nodes)) {
                assertThat(there.neighbours(node, at, 3))
                        .as("%s %s", when, node)
                        .isEqualTo(memory.neighbours(node, at, 3).stream()
                                .map(PostgresGraphTest::kept)
                                .toList());
                assertThat(there.twoHops(node, at, 4))
                        .as("%s %s", when, node)
                        .isEqualTo(memory.twoHops(node, at, 4).stream()
                                .map(PostgresGraphTest::kept)
                                .toList());
            }
        }
        requireSameCounts(what, there, memory, times);
    }

    /** One in three: each takes a statement for every relation and direction. */
    private static List<Node> someOf(Set<Node> nodes) {
        List<Node> all = List.copyOf(nodes);
        List<Node> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 3) {
            some.add(all.get(i));
        }
        return some;
    }

    /** As the server can keep it. */
    private static Node kept(Node node) {
        return new Node(node.type(), node.name().replace('\0', '\uFFFD'));
    }

    private static Link kept(Link link) {
        return new Link(
                kept(link.from()),
                link.relation(),
                kept(link.to()),
                link.validFromMs(),
                link.validToMs(),
                link.recordedMs(),
                link.position());
    }

    private static List<GraphQuestions.Aggregate> told(List<GraphQuestions.Aggregate> aggregates) {
        return aggregates.stream()
                .map(a -> new GraphQuestions.Aggregate(kept(a.from()), a.relation(), kept(a.to()), a.figures()))
                .toList();
    }

    private static void requireSameCounts(String what, GraphQuestions there, KnowledgeGraph memory, List<AsOf> times) {
        Node pasto = new Node(NodeType.CITY, "52001");
        Node tcc = new Node(NodeType.CARRIER, Carrier.TCC.code());
        Pattern guides = new Pattern(
                NodeType.GUIDE,
                List.of(
                        new Pattern.Part(RelationType.DELIVERED_TO, pasto),
                        new Pattern.Part(RelationType.SHIPPED_BY, tcc)));
        Pattern none = new Pattern(
                NodeType.GUIDE, List.of(new Pattern.Part(RelationType.DELIVERED_TO, new Node(NodeType.CITY, "99999"))));
        for (AsOf at : times) {
            assertThat(there.count(guides, at)).as("%s %s", what, at).isEqualTo(memory.count(guides, at));
            assertThat(there.count(none, at)).isZero();
            assertThat(there.statistics(tcc, RelationType.SERVES, pasto, at.recordedMs()))
                    .as("%s %s", what, at)
                    .isEqualTo(memory.statistics(tcc, RelationType.SERVES, pasto, at.recordedMs()));
        }
        assertThat(there.contains(tcc)).isEqualTo(memory.contains(tcc));
        assertThat(there.contains(new Node(NodeType.CITY, "99999"))).isFalse();
    }

    @Test
    void theShortestPathsAreAsManyAndAsLongAsThoseInMemory() {
        for (long seed = 11; seed <= 12; seed++) {
            InMemoryEventLog log = story(seed, 60);
            try (PostgresGraph graph = PostgresGraph.open(SharedPostgres.schema(), STORE, NOBODY)) {
                fill(graph, log, 1_000);
                KnowledgeGraph memory = inMemory(log, MERCHANT, NOBODY);
                List<Node> nodes = List.copyOf(nodes(memory));
                SplittableRandom luck = new SplittableRandom(seed);
                for (int i = 0; i < 40; i++) {
                    Node from = nodes.get(luck.nextInt(nodes.size()));
                    Node to = nodes.get(luck.nextInt(nodes.size()));
                    AsOf at = luck.nextBoolean() ? AsOf.NOW : new AsOf(ms(luck.nextInt(60)), ms(luck.nextInt(60)));
                    requireSamePaths(seed, graph.of(MERCHANT), memory, wanted(luck, from, to, at));
                }
            }
        }
    }

    private static PathQuery wanted(SplittableRandom luck, Node from, Node to, AsOf at) {
        Set<RelationType> relations = EnumSet.allOf(RelationType.class);
        Set<NodeType> through = EnumSet.allOf(NodeType.class);
        if (luck.nextInt(3) == 0) {
            relations.remove(RelationType.SHIPPED_BY);
        }
        if (luck.nextInt(3) == 0) {
            through.remove(NodeType.CITY);
        }
        return new PathQuery(from, to, at, 1 + luck.nextInt(MOST_PATHS), LONGEST_PATH, relations, through);
    }

    private static void requireSamePaths(long seed, GraphQuestions there, KnowledgeGraph memory, PathQuery wanted) {
        List<List<Link>> paths = there.paths(wanted);
        List<List<Link>> known = memory.paths(wanted);
        String what = "seed " + seed + " " + wanted;
        assertThat(paths)
                .extracting(List::size)
                .as(what)
                .isEqualTo(known.stream().map(List::size).toList());
        assertThat(paths).as(what).doesNotHaveDuplicates();
        Set<Link> links = new HashSet<>(memory.all(wanted.at()));
        for (List<Link> path : paths) {
            Set<Node> visited = new HashSet<>(Set.of(wanted.from()));
            Node last = wanted.from();
            for (Link link : path) {
                assertThat(links.stream().map(PostgresGraphTest::kept)).as(what).contains(link);
                assertThat(wanted.relations()).as(what).contains(link.relation());
                last = link.from().equals(kept(last)) ? link.to() : link.from();
                assertThat(visited.add(last)).as(what).isTrue();
                assertThat(last.equals(kept(wanted.to())) || wanted.through().contains(last.type()))
                        .as(what)
                        .isTrue();
            }
            assertThat(last).as(what).isEqualTo(kept(wanted.to()));
        }
        if (known.size() < wanted.most()) {
            assertThat(new HashSet<>(paths))
                    .as(what)
                    .isEqualTo(new HashSet<>(known.stream()
                            .map(path ->
                                    path.stream().map(PostgresGraphTest::kept).toList())
                            .toList()));
        }
    }

    @Test
    void aSimulatedWorldWithItsDecisionsHasTheSameGraph() {
        MerchantId shop = new MerchantId("shop");
        RecordedWorld world = RecordedWorld.of(new RecordedWorld.Plan(shop, 20260801, 60, 1_500, 1, 1));
        InMemoryEventLog log = new InMemoryEventLog();
        log.append(world.entries(), List.of());
        try (PostgresGraph graph = PostgresGraph.open(options, STORE, NOBODY)) {
            fill(graph, log, 500);
            KnowledgeGraph memory = inMemory(log, shop, NOBODY);
            GraphQuestions there = graph.of(shop);
            assertThat(memory.edgeCount()).isGreaterThan(500);
            assertThat(there.all(AsOf.NOW)).isEqualTo(memory.all(AsOf.NOW));
            for (RelationType relation : RelationType.values()) {
                assertThat(there.aggregates(relation, AsOf.NOW.recordedMs()))
                        .isEqualTo(memory.aggregates(relation, AsOf.NOW.recordedMs()));
            }
            List<Node> nodes = List.copyOf(nodes(memory));
            for (int i = 0; i < nodes.size(); i += 25) {
                assertThat(there.twoHops(nodes.get(i), AsOf.NOW, 20))
                        .isEqualTo(memory.twoHops(nodes.get(i), AsOf.NOW, 20));
            }
            assertThat(there.neighbours(nodes.getFirst(), RelationType.ORDERED, Way.OUT, AsOf.NOW, 5))
                    .isEqualTo(memory.neighbours(nodes.getFirst(), RelationType.ORDERED, Way.OUT, AsOf.NOW, 5));
        }
    }

    @Test
    void whoeverGoesOnWithTheTablesOfAnotherProcessCountsNothingTwice() {
        InMemoryEventLog log = story(5, 200);
        PostgresOptions schema = SharedPostgres.schema();
        for (int round = 0; round < 4; round++) {
            try (PostgresGraph graph = PostgresGraph.open(schema, STORE, NOBODY)) {
                graph.follow(log, 30 + round);
            }
        }
        try (PostgresGraph graph = PostgresGraph.open(schema, STORE, NOBODY)) {
            assertThat(graph.position()).isEqualTo(30 + 31 + 32 + 33);
            fill(graph, log, 50);
            requireSame(
                    "again",
                    graph.of(MERCHANT),
                    inMemory(log, MERCHANT, NOBODY),
                    List.of(AsOf.NOW, AsOf.known(ms(70))));
        }
        try (PostgresGraph other = PostgresGraph.open(schema, STORE + 1, NOBODY)) {
            assertThat(other.position())
                    .as("the tables of another log are cleared")
                    .isZero();
            assertThat(other.of(MERCHANT).all(AsOf.NOW)).isEmpty();
        }
    }

    @Test
    void aServerThatGoesAwayIsWaitedForAndNothingIsMissingOrDouble() throws SQLException {
        InMemoryEventLog log = story(6, 200);
        try (PostgresGraph graph = PostgresGraph.open(SharedPostgres.schema(), STORE, NOBODY)) {
            graph.follow(log, 60);
            SharedPostgres.dropSessions();

            assertThatThrownBy(() -> fill(graph, log, 60)).isInstanceOf(StoreException.class);
            boolean filled = false;
            for (int attempt = 0; attempt < READERS && !filled; attempt++) {
                filled = tryToFill(graph, log);
            }
            requireSame("after", graph.of(MERCHANT), inMemory(log, MERCHANT, NOBODY), List.of(AsOf.NOW));
        }
    }

    /** Each connection that was dropped is noticed once. */
    private static boolean tryToFill(PostgresGraph graph, InMemoryEventLog log) {
        try {
            fill(graph, log, 60);
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    @Test
    void anErasedCustomerIsGoneAndDoesNotComeBackWithTheLog() {
        InMemoryEventLog log = story(9, 200);
        PersonRef gone = person(2);
        Node node = new Node(NodeType.CUSTOMER, gone.value());
        AtomicBoolean erased = new AtomicBoolean();
        Predicate<PersonRef> isErased = person -> erased.get() && person.equals(gone);
        PostgresOptions schema = SharedPostgres.schema();
        try (PostgresGraph graph = PostgresGraph.open(schema, STORE, isErased)) {
            graph.follow(log, 120);
            assertThat(graph.of(MERCHANT).contains(node)).isTrue();
            int known = graph.of(MERCHANT).neighbours(node, AsOf.NOW, 100).size();
            assertThat(known).isPositive();

            erased.set(true);
            assertThat(graph.erase(gone)).isGreaterThanOrEqualTo(known);

            assertThat(graph.of(MERCHANT).contains(node)).isFalse();
            fill(graph, log, 50);
            requireSame("erased", graph.of(MERCHANT), inMemory(log, MERCHANT, isErased), List.of(AsOf.NOW));
            assertThat(graph.of(MERCHANT).contains(node)).isFalse();
        }
    }

    @Test
    void aSecondProcessThatWouldFillIsRefused() {
        try (PostgresGraph graph = PostgresGraph.open(options, STORE, NOBODY)) {
            assertThat(graph.position()).isZero();
            assertThatThrownBy(() -> PostgresGraph.open(options, STORE, NOBODY))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.LOCKED));
        }
    }
}
