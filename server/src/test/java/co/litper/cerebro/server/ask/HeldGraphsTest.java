package co.litper.cerebro.server.ask;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.knowledge.AsOf;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.knowledge.Node;
import co.litper.cerebro.knowledge.NodeType;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldGraphsTest {
    private static final MerchantId SHOP = new MerchantId("shop");
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final String PERSON = "00000000000000000000000000000007";
    private static final int ENTRIES = 10;

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean erased = new AtomicBoolean();
    private final HeldGraphs graphs = new HeldGraphs(_ -> log, person -> erased.get(), ENTRIES, nanos::get);

    @Test
    void aGraphTellsOfTheNewestEntriesOnly() {
        add(ENTRIES + 5);

        assertThat(tells(5)).isFalse();
        assertThat(tells(6)).isTrue();
        assertThat(tells(ENTRIES + 5)).isTrue();
    }

    @Test
    void whatIsAddedIsToldByTheNextAnswer() {
        add(1);
        assertThat(tells(1)).isTrue();
        add(1);

        assertThat(tells(2)).isTrue();
    }

    @Test
    void aGraphThatHasGrownTooLargeIsBegunAnewBesideThoseWhoAsk() {
        add(1);
        assertThat(tells(1)).isTrue();
        for (int i = 0; i < 3 * ENTRIES; i++) {
            add(1);
            graphs.keepUp();
        }

        assertThat(tells(1)).isFalse();
        assertThat(tells(3 * ENTRIES + 1)).isTrue();
    }

    @Test
    void nobodyKeepsUpAGraphThatIsNotAskedForAnyMore() {
        add(1);
        assertThat(tells(1)).isTrue();
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        for (int i = 0; i < 3 * ENTRIES; i++) {
            add(1);
            graphs.keepUp();
        }

        assertThat(tells(2 * ENTRIES)).as("the question begins it anew").isFalse();
        assertThat(tells(3 * ENTRIES + 1)).isTrue();
    }

    @Test
    void whoIsForgottenIsInNoGraphLater() {
        add(3);
        assertThat(knows()).isTrue();
        erased.set(true);
        graphs.forget();

        assertThat(knows()).isFalse();
        assertThat(tells(3)).isTrue();
    }

    private boolean tells(int guide) {
        return graphs.ask(SHOP, graph -> has(graph, new Node(NodeType.GUIDE, Integer.toString(guide))));
    }

    private boolean knows() {
        return graphs.ask(SHOP, graph -> has(graph, new Node(NodeType.CUSTOMER, PERSON)));
    }

    private static boolean has(KnowledgeGraph graph, Node node) {
        return !graph.neighbours(node, AsOf.NOW, 1).isEmpty();
    }

    /** Guides whose number is their entry's position. */
    private void add(int count) {
        long end = log.end();
        log.append(IntStream.range(0, count).mapToObj(i -> entry(end + i)).toList(), List.of());
    }

    private static Entry entry(long position) {
        ParcelFacts facts = new ParcelFacts(
                new PersonRef(PERSON),
                CityCode.UNKNOWN,
                new CityCode("52001"),
                Carrier.ENVIA,
                true,
                60_000,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                1,
                "Hogar",
                "",
                null);
        Envelope envelope = new Envelope(
                "e" + position,
                "/test",
                SHOP,
                "guide:" + position,
                START.plusSeconds(position),
                TimePrecision.SECOND,
                START.plusSeconds(position),
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                new GuideCreated(Long.toString(position), "", facts));
        return new Entry(position, new EnvelopeCodec().encode(envelope), new byte[0]);
    }
}
