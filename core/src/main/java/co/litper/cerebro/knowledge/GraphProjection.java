package co.litper.cerebro.knowledge;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.LearningEvent;
import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.LongMap;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a {@link KnowledgeGraph} from the log, entry by entry, without deciding or guessing anything. An entry seen again,
 * or an event told twice, changes nothing; the same entries give the same graph. Not thread-safe. O(1) an entry but for
 * what a decision names.
 *
 * <p>What a guide came to is counted in the aggregated edges once it ends, and counted anew when a later event corrects it.
 * A guide is late by the promise that events told; without one it is not. Guides that repeat one another are tied to a pattern
 * ({@link Repeats}).
 */
public final class GraphProjection {
    /** Where a city lies has no beginning. */
    private static final long ALWAYS_MS = Long.MIN_VALUE + 1;

    private final MerchantId merchant;
    private final KnowledgeGraph graph;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final LongMap<GuideCard> cards = new LongMap<>();
    private final long after;
    private final Repeats repeats = new Repeats();
    private final Predicate<PersonRef> erased;
    private long applied;
    private long lastRecordedMs = Long.MIN_VALUE;

    /** A projection that has seen nothing yet. */
    public GraphProjection(MerchantId merchant) {
        this(merchant, 0, person -> false);
    }

    /**
     * A projection that has seen nothing yet and passes over the beginning of the log. What began there is known by what came later
     * only.
     *
     * @param after the last position that is passed over, 0 if none is
     * @param erased true for customers who asked to be forgotten: they get no node; asked when one is first met
     */
    public GraphProjection(MerchantId merchant, long after, Predicate<PersonRef> erased) {
        this(merchant, after, erased, GraphListener.NONE);
    }

    /** The same, telling {@code listener} how the graph grows. */
    public GraphProjection(MerchantId merchant, long after, Predicate<PersonRef> erased, GraphListener listener) {
        this.graph = new KnowledgeGraph(listener);
        this.merchant = merchant;
        this.after = after;
        this.applied = after;
        this.erased = erased;
    }

    /** The graph as far as it has been fed. */
    public KnowledgeGraph graph() {
        return graph;
    }

    /** The last log position taken in, 0 if none. */
    public long position() {
        return applied;
    }

    /** Positions of the log that the graph tells of. */
    public long span() {
        return applied - after;
    }

    /** Takes in what the log holds beyond {@link #position()}. */
    public void follow(EventLog log) {
        log.read(applied + 1, entry -> {
            apply(entry);
            return true;
        });
    }

    /**
     * Takes in at most {@code most} entries of what the log holds beyond {@link #position()}.
     *
     * @return true if it holds more
     */
    public boolean follow(EventLog log, long most) {
        long last = applied + most;
        log.read(applied + 1, entry -> {
            apply(entry);
            return entry.position() < last;
        });
        return applied + 1 < log.end();
    }

    /** Takes in one entry; one at or before {@link #position()} is passed over. */
    public void apply(Entry entry) {
        if (entry.position() <= applied) {
            return;
        }
        Envelope envelope = codec.decode(entry.event());
        apply(entry.position(), envelope);
        if (entry.facts().length > 0 && envelope.merchant().equals(merchant)) {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Decision decision) {
                    decided(entry.position(), decision);
                }
            }
        }
    }

    /** Takes in one event that stands at {@code position}. */
    public void apply(long position, Envelope e) {
        if (position <= applied) {
            return;
        }
        applied = position;
        if (!e.merchant().equals(merchant)) {
            return;
        }
        lastRecordedMs = Math.max(lastRecordedMs, e.recordedAt().toEpochMilli());
        Told told = new Told(e.validAt().toEpochMilli(), lastRecordedMs, position);
        switch (e.event()) {
            case LifecycleEvent event -> lifecycle(event, told);
            case LogisticsEvent event -> logistics(event, told);
            case CustomerEvent event -> {}
            case SystemEvent event -> {}
            case LearningEvent event -> {}
        }
    }

    private void lifecycle(LifecycleEvent event, Told told) {
        switch (event) {
            case LifecycleEvent.OrderCreated o -> facts(order(o.orderId()), o.parcel(), told.validMs(), told);
            case LifecycleEvent.OrderConfirmed o -> order(o.orderId());
            case LifecycleEvent.OrderCancelled o -> {
                int order = order(o.orderId());
                card(order).cancelled = true;
                count(order, told);
            }
            case LifecycleEvent.OrderShipped o -> {
                int parcel = parcel(o.guideNumber(), o.orderId(), told);
                carrier(parcel, o.carrier(), told);
            }
            case LifecycleEvent.OrderDelivered o ->
                state(parcel(o.guideNumber(), o.orderId(), told), ShipmentState.DELIVERED, told.validMs(), told);
        }
    }

    private void logistics(LogisticsEvent event, Told told) {
        switch (event) {
            case LogisticsEvent.GuideCreated g ->
                facts(parcel(g.guideNumber(), g.orderId(), told), g.parcel(), told.validMs(), told);
            case LogisticsEvent.GuideUpdated g -> observed(g, told);
            case LogisticsEvent.TrackingUpdated t -> {
                int parcel = parcel(t.guideNumber(), "", told);
                carrier(parcel, t.carrier(), told);
                state(parcel, t.state(), told.validMs(), told);
            }
            case LogisticsEvent.IssueReported i -> {
                int parcel = parcel(i.guideNumber(), "", told);
                carrier(parcel, i.carrier(), told);
                issue(parcel, i.reason(), told);
            }
            case LogisticsEvent.IssueResolved i -> solved(parcel(i.guideNumber(), "", told), i.solution(), told);
            case LogisticsEvent.DelayDetected d -> {}
            case LogisticsEvent.CarrierCapacity c -> {}
            case LogisticsEvent.Telemetry t -> {}
        }
    }

    private void observed(LogisticsEvent.GuideUpdated g, Told told) {
        int parcel = parcel(g.guideNumber(), g.orderId(), told);
        Instant created = g.createdAt();
        Instant moved = g.movedAt();
        long movedMs = moved == null ? told.validMs() : moved.toEpochMilli();
        facts(parcel, g.parcel(), created == null ? told.validMs() : created.toEpochMilli(), told);
        if (g.issue() != null) {
            issue(parcel, g.issue(), new Told(movedMs, told.recordedMs(), told.position()));
        }
        state(parcel, g.state(), movedMs, told);
    }

    private int order(String orderId) {
        return graph.intern(new Node(NodeType.ORDER, orderId));
    }

    /** The node of a parcel: its guide, or its order while it has none. A guide takes over what its order knew. */
    private int parcel(String guide, String orderId, Told told) {
        if (guide.isEmpty()) {
            return order(orderId);
        }
        int node = graph.intern(new Node(NodeType.GUIDE, guide));
        if (!orderId.isEmpty()) {
            int order = order(orderId);
            graph.tell(order, RelationType.CARRIED_BY, node, told);
            GuideCard card = card(node);
            GuideCard known = card(order);
            card.carrier = card.carrier == Edges.NONE ? known.carrier : card.carrier;
            card.product = card.product == Edges.NONE ? known.product : card.product;
            card.createdMs = card.createdMs == GuideCard.NO_TIME ? known.createdMs : card.createdMs;
            card.promisedMs = card.promisedMs == GuideCard.NO_TIME ? known.promisedMs : card.promisedMs;
            if (card.city == Edges.NONE && known.city != Edges.NONE) {
                card.city = known.city;
                graph.become(node, RelationType.DELIVERED_TO, known.city, told);
            }
        }
        return node;
    }

    private GuideCard card(int node) {
        GuideCard card = cards.get(node);
        if (card == null) {
            card = new GuideCard();
            cards.put(node, card);
        }
        return card;
    }

    private void facts(int parcel, ParcelFacts facts, long createdMs, Told told) {
        GuideCard card = card(parcel);
        card.createdMs = card.createdMs == GuideCard.NO_TIME ? createdMs : Math.min(card.createdMs, createdMs);
        Instant promised = facts.promisedAt();
        if (promised != null) {
            card.promisedMs = promised.toEpochMilli();
        }
        if (facts.customer().isKnown()) {
            customer(facts.customer(), parcel, told);
        }
        if (!facts.destination().equals(CityCode.UNKNOWN)) {
            card.city = city(facts.destination(), told);
            graph.become(parcel, RelationType.DELIVERED_TO, card.city, told);
        }
        if (!facts.category().isBlank()) {
            card.product = graph.intern(named(NodeType.PRODUCT, facts.category()));
            graph.tell(parcel, RelationType.CONTAINS, card.product, told);
        }
        if (!facts.shop().isBlank()) {
            graph.tell(parcel, RelationType.SOLD_BY, graph.intern(named(NodeType.SHOP, facts.shop())), told);
        }
        carrier(parcel, facts.carrier(), told);
        count(parcel, told);
    }

    private void customer(PersonRef person, int parcel, Told told) {
        Node customer = new Node(NodeType.CUSTOMER, person.value());
        if (graph.contains(customer) || !erased.test(person)) {
            graph.tell(graph.intern(customer), RelationType.ORDERED, parcel, told);
        }
    }

    private static Node named(NodeType type, String name) {
        return new Node(type, name.length() > Node.MOST_CHARACTERS ? name.substring(0, Node.MOST_CHARACTERS) : name);
    }

    private int city(CityCode code, Told told) {
        int city = graph.intern(new Node(NodeType.CITY, code.code()));
        if (code.isKnown()) {
            graph.tell(
                    city,
                    RelationType.LOCATED_IN,
                    graph.intern(new Node(NodeType.DEPARTMENT, code.department())),
                    new Told(ALWAYS_MS, told.recordedMs(), told.position()));
        }
        return city;
    }

    private void carrier(int parcel, Carrier carrier, Told told) {
        if (!carrier.equals(Carrier.UNKNOWN)) {
            int node = graph.intern(new Node(NodeType.CARRIER, carrier.code()));
            card(parcel).carrier = node;
            graph.become(parcel, RelationType.SHIPPED_BY, node, told);
        }
    }

    private void issue(int parcel, @Nullable IssueReason reason, Told told) {
        if (reason != null) {
            int node = graph.intern(new Node(NodeType.ISSUE, reason.name()));
            card(parcel).issue = node;
            graph.tell(parcel, RelationType.EXPERIENCED, node, told);
            count(parcel, told);
        }
    }

    private void solved(int parcel, String solution, Told told) {
        if (!solution.isBlank()) {
            int node = graph.intern(named(NodeType.SOLUTION, solution));
            card(parcel).solution = node;
            graph.tell(parcel, RelationType.SOLVED_BY, node, told);
            count(parcel, told);
        }
    }

    private void state(int parcel, @Nullable ShipmentState state, long atMs, Told told) {
        if (state == null || !state.isEnd()) {
            return;
        }
        GuideCard card = card(parcel);
        if (card.endedMs == GuideCard.NO_TIME || atMs > card.endedMs) {
            card.endedMs = atMs;
            card.returned = state == ShipmentState.RETURNED;
            card.cancelled = state == ShipmentState.CANCELLED;
            count(parcel, told);
        }
    }

    /** Counts a guide as it stands now, and takes back how it was counted before. */
    private void count(int parcel, Told told) {
        GuideCard card = card(parcel);
        GuideCard.Counted now = card.now();
        GuideCard.Counted before = card.counted;
        if (now == null ? before != null : !now.equals(before)) {
            if (before != null) {
                count(before, told, -1);
            }
            if (now != null) {
                count(now, told, 1);
            }
            card.counted = now;
        }
        repeat(parcel, card, told);
    }

    /** Ties a guide to the pattern of those with its carrier, city and novedad, once these are many enough. */
    private void repeat(int parcel, GuideCard card, Told told) {
        Repeats.Combination combination = card.repeats();
        if (combination == null || combination.equals(card.repeated)) {
            return;
        }
        card.repeated = combination;
        for (int guide : repeats.add(combination, parcel)) {
            graph.become(guide, RelationType.SIMILAR_TO, pattern(combination, told), told);
        }
    }

    private int pattern(Repeats.Combination c, Told told) {
        String code = graph.node(c.carrier()).name()
                + ' '
                + graph.node(c.city()).name()
                + ' '
                + graph.node(c.issue()).name();
        int pattern = graph.intern(named(NodeType.PATTERN, code));
        graph.tell(pattern, RelationType.SHIPPED_BY, c.carrier(), told);
        graph.tell(pattern, RelationType.DELIVERED_TO, c.city(), told);
        graph.tell(pattern, RelationType.EXPERIENCED, c.issue(), told);
        return pattern;
    }

    private void count(GuideCard.Counted c, Told told, int sign) {
        count(c.carrier(), RelationType.SERVES, c.city(), c, told, sign);
        count(c.city(), RelationType.EXPERIENCED, c.issue(), c, told, sign);
        count(c.carrier(), RelationType.EXPERIENCED, c.issue(), c, told, sign);
        count(c.product(), RelationType.EXPERIENCED, c.issue(), c, told, sign);
        if (c.issue() != Edges.NONE && c.solution() != Edges.NONE) {
            count(c.issue(), RelationType.SOLVED_BY, c.solution(), c, told, sign);
            if (!c.ended().returned()) {
                count(c.solution(), RelationType.PREVENTS, c.issue(), c, told, sign);
            }
        }
    }

    private void count(int from, RelationType relation, int to, GuideCard.Counted c, Told told, int sign) {
        if (from != Edges.NONE && to != Edges.NONE) {
            graph.count(from, relation, to, told.recordedMs(), c.ended(), sign);
        }
    }

    /** What agents proposed about a novedad: who, what, and because of which reason. */
    private void decided(long position, Decision decision) {
        IssueReason issue = decision.issue();
        Told told = new Told(decision.atMs(), lastRecordedMs, position);
        decision.choices().forEach(choice -> {
            var winner = choice.winner();
            int action = graph.intern(
                    new Node(NodeType.RECOMMENDATION, winner.action().name()));
            int agent = graph.intern(new Node(NodeType.AGENT, winner.agent().name()));
            graph.tell(action, RelationType.PROPOSED_BY, agent, told);
            if (issue != null) {
                graph.tell(action, RelationType.CAUSED_BY, graph.intern(new Node(NodeType.ISSUE, issue.name())), told);
            }
        });
    }
}
