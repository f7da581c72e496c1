package co.litper.cerebro.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.GraphProjection;
import co.litper.cerebro.knowledge.GraphQuestions;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Link;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.knowledge.PathQuery;
import co.litper.cerebro.knowledge.RelationType;
import co.litper.cerebro.knowledge.Way;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.simulator.record.RecordedWorld;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The graph by recursive statements answers as the graph in memory does. */
class PostgresGraphTest {
    private static final MerchantId MERCHANT = GraphStory.MERCHANT;
    private static final MerchantId OTHER = GraphStory.OTHER;
    private static final long STORE = 7;
    private static final int LONGEST_PATH = 4;
    private static final int MOST_PATHS = 12;
    private static final int READERS = PostgresOptions.STANDARD_READERS;
    private static final Predicate<PersonRef> NOBODY = person -> false;

    private static final String REACHED = """
            WITH RECURSIVE reached(type, name, hops) AS (
              SELECT 'GUIDE' COLLATE "C", '3' COLLATE "C", 0
              UNION
              SELECT l.target_type, l.target, r.hops + 1
              FROM reached r JOIN link l ON l.source_type = r.type AND l.source = r.name
              WHERE l.merchant = 'm' AND r.hops < 2 AND l.recorded_to = 9223372036854775807)
            SELECT DISTINCT name FROM reached WHERE hops > 0
            """;

    private final PostgresOptions options = SharedPostgres.schema();

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
            InMemoryEventLog log = GraphStory.of(seed, 260);
            PostgresOptions schema = SharedPostgres.schema();
            try (PostgresGraph graph = PostgresGraph.open(schema, STORE, NOBODY)) {
                fill(graph, log, 37);
                for (MerchantId merchant : List.of(MERCHANT, OTHER)) {
                    KnowledgeGraph memory = inMemory(log, merchant, NOBODY);
                    GraphsAlike.requireSame("seed " + seed + " " + merchant, graph.of(merchant), memory, times());
                }
            }
        }
    }

    private static List<AsOf> times() {
        return List.of(
                AsOf.NOW,
                AsOf.known(GraphStory.ms(40)),
                AsOf.known(GraphStory.ms(133)),
                new AsOf(GraphStory.ms(90), AsOf.NOW.recordedMs()),
                new AsOf(GraphStory.ms(60), GraphStory.ms(100)),
                AsOf.known(GraphStory.ms(-1)));
    }

    @Test
    void theShortestPathsAreAsManyAndAsLongAsThoseInMemory() {
        for (long seed = 11; seed <= 12; seed++) {
            InMemoryEventLog log = GraphStory.of(seed, 60);
            try (PostgresGraph graph = PostgresGraph.open(SharedPostgres.schema(), STORE, NOBODY)) {
                fill(graph, log, 1_000);
                KnowledgeGraph memory = inMemory(log, MERCHANT, NOBODY);
                List<Node> nodes = List.copyOf(GraphsAlike.nodes(memory));
                SplittableRandom luck = new SplittableRandom(seed);
                for (int i = 0; i < 40; i++) {
                    Node from = nodes.get(luck.nextInt(nodes.size()));
                    Node to = nodes.get(luck.nextInt(nodes.size()));
                    AsOf at = luck.nextBoolean()
                            ? AsOf.NOW
                            : new AsOf(GraphStory.ms(luck.nextInt(60)), GraphStory.ms(luck.nextInt(60)));
                    GraphsAlike.requireSamePaths(seed, graph.of(MERCHANT), memory, wanted(luck, from, to, at));
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
            List<Node> nodes = List.copyOf(GraphsAlike.nodes(memory));
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
        InMemoryEventLog log = GraphStory.of(5, 200);
        PostgresOptions schema = SharedPostgres.schema();
        for (int round = 0; round < 4; round++) {
            try (PostgresGraph graph = PostgresGraph.open(schema, STORE, NOBODY)) {
                graph.follow(log, 30 + round);
            }
        }
        try (PostgresGraph graph = PostgresGraph.open(schema, STORE, NOBODY)) {
            assertThat(graph.position()).isEqualTo(30 + 31 + 32 + 33);
            fill(graph, log, 50);
            GraphsAlike.requireSame(
                    "again",
                    graph.of(MERCHANT),
                    inMemory(log, MERCHANT, NOBODY),
                    List.of(AsOf.NOW, AsOf.known(GraphStory.ms(70))));
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
        InMemoryEventLog log = GraphStory.of(6, 200);
        try (PostgresGraph graph = PostgresGraph.open(SharedPostgres.schema(), STORE, NOBODY)) {
            graph.follow(log, 60);
            SharedPostgres.dropSessions();

            assertThatThrownBy(() -> fill(graph, log, 60)).isInstanceOf(StoreException.class);
            boolean filled = false;
            for (int attempt = 0; attempt < READERS && !filled; attempt++) {
                filled = tryToFill(graph, log);
            }
            GraphsAlike.requireSame("after", graph.of(MERCHANT), inMemory(log, MERCHANT, NOBODY), List.of(AsOf.NOW));
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
    void withoutCustomersNoTableTellsOfOneAndTheRestIsAsInMemory() throws SQLException {
        InMemoryEventLog log = GraphStory.of(9, 200);
        Predicate<PersonRef> everybody = person -> true;
        PostgresOptions schema = SharedPostgres.schema();
        try (PostgresGraph graph = PostgresGraph.open(schema, STORE, everybody)) {
            fill(graph, log, 50);
            GraphsAlike.requireSame(
                    "without customers", graph.of(MERCHANT), inMemory(log, MERCHANT, everybody), List.of(AsOf.NOW));
        }
        assertThat(texts(schema, "SELECT name FROM node WHERE name LIKE '" + "0".repeat(20) + "%'"))
                .isEmpty();
        assertThat(texts(schema, "SELECT DISTINCT source_type FROM link"))
                .contains("GUIDE")
                .doesNotContain("CUSTOMER");
    }

    /** The statement that docs/operating/postgres.md shows. */
    @Test
    void othersAskTheTablesByARecursiveStatementOfTheirOwn() throws SQLException {
        InMemoryEventLog log = GraphStory.of(5, 200);
        PostgresOptions schema = SharedPostgres.schema();
        try (PostgresGraph graph = PostgresGraph.open(schema, STORE, person -> true)) {
            fill(graph, log, 50);
            Node guide = new Node(NodeType.GUIDE, "3");
            Set<String> near = new TreeSet<>();
            for (Link link : graph.of(MERCHANT).neighbours(guide, AsOf.NOW, 100)) {
                if (link.from().equals(guide)) {
                    near.add(link.to().name());
                }
            }
            assertThat(near).isNotEmpty();
            assertThat(texts(schema, REACHED)).containsAll(near).hasSizeGreaterThan(near.size());
        }
    }

    private static List<String> texts(PostgresOptions schema, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + schema.schema());
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
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
