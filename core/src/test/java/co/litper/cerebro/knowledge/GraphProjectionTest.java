package co.litper.cerebro.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphProjectionTest {
    private static final MerchantId MERCHANT = new MerchantId("m");
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final CityCode PASTO = new CityCode("52001");
    private static final CityCode CALI = new CityCode("76001");
    private static final Node NODE_PASTO = new Node(NodeType.CITY, "52001");
    private static final long FOREVER = Long.MAX_VALUE - 1;

    private static Envelope at(long validHour, long recordedHour, Event event) {
        return new Envelope(
                validHour + "-" + recordedHour + "-" + event.hashCode(),
                "/test",
                MERCHANT,
                "guide:1",
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
    }

    private static long ms(long hour) {
        return START.plusSeconds(3600 * hour).toEpochMilli();
    }

    private static ParcelFacts facts(CityCode city, Carrier carrier, String product, int person) {
        return new ParcelFacts(
                new PersonRef(String.format(Locale.ROOT, "%032x", person)),
                CityCode.UNKNOWN,
                city,
                carrier,
                true,
                90_000,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                1,
                product,
                "",
                START.plusSeconds(3600 * 72));
    }

    private static GuideCreated created(String guide, CityCode city, Carrier carrier) {
        return new GuideCreated(guide, "", facts(city, carrier, "Hogar", 1));
    }

    private static TrackingUpdated scan(String guide, Carrier carrier, ShipmentState state) {
        return new TrackingUpdated(guide, carrier, state.name(), state, PASTO);
    }

    private static GraphProjection fed(List<Envelope> events) {
        GraphProjection projection = new GraphProjection(MERCHANT);
        for (int i = 0; i < events.size(); i++) {
            projection.apply(i + 1, events.get(i));
        }
        return projection;
    }

    @Test
    void aGuideIsTiedToItsCityCarrierProductAndCustomerAndTheCityToItsDepartment() {
        KnowledgeGraph graph =
                fed(List.of(at(0, 0, created("1", PASTO, Carrier.ENVIA)))).graph();
        Node guide = new Node(NodeType.GUIDE, "1");
        assertThat(graph.neighbours(guide, AsOf.NOW, 10))
                .extracting(Link::relation)
                .containsExactly(
                        RelationType.ORDERED,
                        RelationType.DELIVERED_TO,
                        RelationType.SHIPPED_BY,
                        RelationType.CONTAINS);
        assertThat(graph.twoHops(guide, AsOf.NOW, 10)).containsExactly(new Node(NodeType.DEPARTMENT, "52"));
    }

    @Test
    void aChangeOfCarrierIsSeenFromTheDayItHeldAndOnlyOnceItWasKnown() {
        KnowledgeGraph graph = fed(List.of(
                        at(0, 0, created("1", PASTO, Carrier.ENVIA)),
                        at(10, 20, scan("1", Carrier.TCC, ShipmentState.IN_TRANSIT))))
                .graph();
        Node guide = new Node(NodeType.GUIDE, "1");
        assertThat(carrier(graph, guide, new AsOf(ms(15), ms(19)))).isEqualTo("ENVIA");
        assertThat(carrier(graph, guide, new AsOf(ms(15), ms(20)))).isEqualTo("TCC");
        assertThat(carrier(graph, guide, new AsOf(ms(5), ms(20)))).isEqualTo("ENVIA");
    }

    @Test
    void whereNoPromiseIsKnownNothingIsSaidToBeInTime() {
        EdgeStatistics ended = EdgeStatistics.NOTHING.plus(1, new Ended(false, false, false, false, 3));

        assertThat(ended.n()).isEqualTo(1);
        assertThat(ended.lateShare().value()).isNaN();
    }

    private static String carrier(KnowledgeGraph graph, Node guide, AsOf at) {
        List<Link> links = graph.neighbours(guide, RelationType.SHIPPED_BY, Way.OUT, at, 10);
        assertThat(links).hasSize(1);
        return links.getFirst().to().name();
    }

    @Test
    void anAggregatedEdgeTellsWhatGuidesCameToAndCorrectsItself() {
        List<Envelope> events = List.of(
                at(0, 0, created("1", PASTO, Carrier.ENVIA)),
                at(0, 0, created("2", PASTO, Carrier.ENVIA)),
                at(96, 96, scan("1", Carrier.ENVIA, ShipmentState.DELIVERED)),
                at(48, 97, scan("2", Carrier.ENVIA, ShipmentState.DELIVERED)),
                at(120, 120, scan("2", Carrier.ENVIA, ShipmentState.RETURNED)));
        KnowledgeGraph graph = fed(events).graph();
        Node envia = new Node(NodeType.CARRIER, "ENVIA");
        EdgeStatistics before = graph.statistics(envia, RelationType.SERVES, NODE_PASTO, ms(100));
        assertThat(before.n()).isEqualTo(2);
        assertThat(before.late()).isEqualTo(1);
        assertThat(before.lateShare().n()).isEqualTo(before.promised()).isPositive();
        assertThat(before.meanDays().value()).isEqualTo(3);
        assertThat(before.meanDays().low()).isLessThan(3);
        EdgeStatistics after = graph.statistics(envia, RelationType.SERVES, NODE_PASTO, FOREVER);
        assertThat(after.n()).isEqualTo(2);
        assertThat(after.returned()).isEqualTo(1);
        assertThat(after.promised())
                .as("a returned guide is neither late nor in time")
                .isEqualTo(before.promised() - 1);
        assertThat(after.returnShare().low()).isBetween(0.0, 0.5);
        assertThat(graph.statistics(envia, RelationType.SERVES, NODE_PASTO, ms(10)))
                .isEqualTo(EdgeStatistics.NOTHING);
    }

    @Test
    void whatAnsweredANovedadIsCounted() {
        KnowledgeGraph graph = fed(List.of(
                        at(0, 0, created("1", PASTO, Carrier.ENVIA)),
                        at(30, 30, new IssueReported("1", Carrier.ENVIA, "X", IssueReason.BAD_ADDRESS, 1)),
                        at(31, 31, new IssueResolved("1", "ask_address")),
                        at(60, 60, scan("1", Carrier.ENVIA, ShipmentState.DELIVERED))))
                .graph();
        List<KnowledgeGraph.Aggregate> answers = graph.aggregates(RelationType.SOLVED_BY, FOREVER);
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().to().name()).isEqualTo("ask_address");
        assertThat(answers.getFirst().figures().returned()).isZero();
        Pattern pattern = new Pattern(
                NodeType.GUIDE,
                List.of(
                        new Pattern.Part(RelationType.DELIVERED_TO, NODE_PASTO),
                        new Pattern.Part(RelationType.EXPERIENCED, new Node(NodeType.ISSUE, "BAD_ADDRESS"))));
        assertThat(graph.count(pattern, AsOf.NOW)).isEqualTo(1);
        assertThat(graph.count(pattern, AsOf.known(ms(29)))).isZero();
    }

    @Test
    void theSameEntriesAgainChangeNothing() {
        List<Envelope> events = story(7, 400);
        GraphProjection projection = fed(events);
        List<Link> before = projection.graph().all(AsOf.NOW);
        for (int i = 0; i < events.size(); i++) {
            projection.apply(i + 1, events.get(i));
        }
        assertThat(projection.graph().all(AsOf.NOW)).isEqualTo(before);
    }

    @Test
    void asOfARecordedTimeTheGraphIsTheOneBuiltUntilThen() {
        for (long seed = 1; seed <= 20; seed++) {
            List<Envelope> events = story(seed, 300);
            KnowledgeGraph whole = fed(events).graph();
            for (long hour : new long[] {0, 17, 60, 133, 260}) {
                AsOf then = AsOf.known(ms(hour));
                List<Envelope> until = events.stream()
                        .filter(e -> e.recordedAt().toEpochMilli() <= ms(hour))
                        .toList();
                KnowledgeGraph rebuilt = fed(until).graph();
                assertThat(whole.all(then)).as("seed %d, hour %d", seed, hour).isEqualTo(rebuilt.all(AsOf.NOW));
                for (KnowledgeGraph.Aggregate edge : rebuilt.aggregates(RelationType.SERVES, FOREVER)) {
                    assertThat(whole.statistics(edge.from(), edge.relation(), edge.to(), ms(hour)))
                            .as("seed %d, hour %d", seed, hour)
                            .isEqualTo(edge.figures());
                }
            }
        }
    }

    /** Events of a few guides whose sources contradict one another and come late. */
    private static List<Envelope> story(long seed, int count) {
        Random luck = new Random(seed);
        List<Envelope> events = new ArrayList<>();
        Carrier[] carriers = {Carrier.ENVIA, Carrier.TCC, Carrier.COORDINADORA};
        for (int hour = 0; hour < count; hour++) {
            String guide = Integer.toString(luck.nextInt(12));
            Carrier carrier = carriers[luck.nextInt(carriers.length)];
            Event event = switch (luck.nextInt(5)) {
                case 0 -> created(guide, luck.nextBoolean() ? PASTO : CALI, carrier);
                case 1 -> scan(guide, carrier, ShipmentState.IN_TRANSIT);
                case 2 -> new IssueReported(guide, carrier, "X", IssueReason.values()[luck.nextInt(4)], 1);
                case 3 -> new IssueResolved(guide, "call_customer");
                default -> scan(guide, carrier, luck.nextBoolean() ? ShipmentState.DELIVERED : ShipmentState.RETURNED);
            };
            events.add(at(Math.max(0, hour - luck.nextInt(40)), hour, event));
        }
        return events;
    }

    @Test
    void anotherMerchantsEventsAreNotTakenIn() {
        GraphProjection projection = new GraphProjection(new MerchantId("other"));
        projection.apply(1, at(0, 0, created("1", PASTO, Carrier.ENVIA)));
        assertThat(projection.graph().nodeCount()).isZero();
        assertThat(projection.position()).isEqualTo(1);
    }

    @Test
    void whatThePassedOverBeginningToldIsNotInTheGraph() {
        GraphProjection projection = new GraphProjection(MERCHANT, 1, person -> false);
        projection.apply(1, at(0, 0, created("1", PASTO, Carrier.ENVIA)));
        assertThat(projection.graph().nodeCount()).isZero();
        projection.apply(2, at(1, 1, created("2", CALI, Carrier.TCC)));

        assertThat(projection.graph().neighbours(new Node(NodeType.GUIDE, "2"), AsOf.NOW, 10))
                .isNotEmpty();
        assertThat(projection.graph().neighbours(new Node(NodeType.GUIDE, "1"), AsOf.NOW, 10))
                .isEmpty();
        assertThat(projection.span()).isEqualTo(1);
    }

    @Test
    void whoWasErasedHasNoNodeAndTheGuideKeepsTheRest() {
        GraphProjection projection =
                new GraphProjection(MERCHANT, 0, person -> person.value().endsWith("7"));
        projection.apply(1, at(0, 0, new GuideCreated("1", "", facts(PASTO, Carrier.ENVIA, "Hogar", 7))));
        projection.apply(2, at(1, 1, new GuideCreated("2", "", facts(PASTO, Carrier.ENVIA, "Hogar", 8))));

        KnowledgeGraph graph = projection.graph();
        Node guide = new Node(NodeType.GUIDE, "1");
        assertThat(graph.neighbours(guide, RelationType.ORDERED, Way.IN, AsOf.NOW, 10))
                .isEmpty();
        assertThat(graph.neighbours(guide, RelationType.DELIVERED_TO, Way.OUT, AsOf.NOW, 10))
                .hasSize(1);
        assertThat(graph.all(AsOf.NOW))
                .extracting(link -> link.from())
                .filteredOn(node -> node.type() == NodeType.CUSTOMER)
                .extracting(Node::name)
                .containsExactly(String.format(Locale.ROOT, "%032x", 8));
    }

    @Test
    void guidesThatRepeatOneAnotherAreTiedToAPatternFromTheFifthOn() {
        List<Envelope> events = new ArrayList<>();
        for (int guide = 1; guide <= 6; guide++) {
            String number = Integer.toString(guide);
            events.add(at(guide * 2, guide * 2, created(number, PASTO, Carrier.ENVIA)));
            IssueReported met = new IssueReported(number, Carrier.ENVIA, "X", IssueReason.BAD_ADDRESS, 1);
            events.add(at(guide * 2 + 1, guide * 2 + 1, met));
            events.add(at(guide * 2 + 1, guide * 2 + 1, met));
        }
        KnowledgeGraph graph = fed(events).graph();
        Node pattern = new Node(NodeType.PATTERN, "ENVIA 52001 BAD_ADDRESS");

        assertThat(graph.neighbours(pattern, RelationType.SIMILAR_TO, Way.IN, AsOf.known(ms(10)), 10))
                .isEmpty();
        assertThat(graph.neighbours(pattern, RelationType.SIMILAR_TO, Way.IN, AsOf.known(ms(11)), 10))
                .hasSize(5);
        assertThat(graph.neighbours(pattern, RelationType.SIMILAR_TO, Way.IN, AsOf.NOW, 10))
                .hasSize(6);
        assertThat(graph.neighbours(pattern, RelationType.EXPERIENCED, Way.OUT, AsOf.NOW, 10))
                .extracting(link -> link.to().name())
                .containsExactly("BAD_ADDRESS");
    }
}
