package co.litper.cerebro.host;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.CustomerEvent.CustomerInquiry;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LifecycleEvent.OrderConfirmed;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngressQueueTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int ROOM = 100;

    private final IngressQueue queue = new IngressQueue(ROOM);

    private static Request request(String id, Priority priority, Event event) {
        Envelope envelope = new Envelope(
                id,
                "/test",
                new MerchantId("m"),
                "test",
                NOW,
                TimePrecision.SECOND,
                NOW,
                "",
                "",
                priority,
                Standing.LIVE,
                false,
                0,
                event);
        return new Request(envelope, new byte[0], null, new CompletableFuture<>());
    }

    private static TrackingUpdated scan(String guide) {
        return new TrackingUpdated(guide, Carrier.TCC, "", ShipmentState.IN_TRANSIT, CityCode.UNKNOWN);
    }

    private void offer(String id, Priority priority, Event event) {
        assertThat(queue.offer(request(id, priority, event))).isTrue();
    }

    private List<String> drain(int most) throws InterruptedException {
        List<Request> drained = new ArrayList<>();
        queue.drain(drained, most, 1);
        return drained.stream().map(r -> r.envelope().id()).toList();
    }

    @Test
    void aHighEventOvertakesOthers() throws InterruptedException {
        offer("1", Priority.NORMAL, scan("a"));
        offer("2", Priority.BULK, scan("b"));
        offer("3", Priority.HIGH, scan("c"));

        assertThat(drain(ROOM)).containsExactly("3", "1", "2");
    }

    @Test
    void aHighEventNeverOvertakesOneOfItsOwnGuide() throws InterruptedException {
        offer("1", Priority.NORMAL, scan("a"));
        offer("2", Priority.NORMAL, scan("b"));
        offer("3", Priority.HIGH, scan("b"));
        offer("4", Priority.HIGH, scan("c"));

        assertThat(drain(ROOM)).containsExactly("4", "1", "2", "3");
    }

    @Test
    void aHighEventWaitsForOneThatNamesItsOrderBesideAGuide() throws InterruptedException {
        offer("1", Priority.NORMAL, new GuideCreated("a", "order", ParcelFacts.NOTHING));
        offer("2", Priority.HIGH, new OrderConfirmed("order"));

        assertThat(drain(ROOM)).containsExactly("1", "2");
    }

    @Test
    void aHighEventThatHadToWaitHoldsThoseOfItsKeyBack() throws InterruptedException {
        offer("1", Priority.NORMAL, scan("a"));
        offer("2", Priority.HIGH, new GuideCreated("a", "order", ParcelFacts.NOTHING));
        offer("3", Priority.HIGH, new OrderConfirmed("order"));

        assertThat(drain(ROOM)).containsExactly("1", "2", "3");
    }

    @Test
    void anAnswerOfACustomerWaitsForTheEventsOfTheGuideThatItNames() throws InterruptedException {
        offer("1", Priority.NORMAL, scan("a"));
        offer("2", Priority.HIGH, new CustomerInquiry(PersonRef.NONE, "a", "where_is_it"));

        assertThat(drain(ROOM)).containsExactly("1", "2");
    }

    @Test
    void aNumberThatWasNotToldHoldsNobodyBack() throws InterruptedException {
        offer("1", Priority.NORMAL, new GuideCreated("a", "", ParcelFacts.NOTHING));
        offer("2", Priority.HIGH, new GuideCreated("b", "", ParcelFacts.NOTHING));

        assertThat(drain(ROOM)).containsExactly("2", "1");
    }

    @Test
    void aKeyIsFreeAgainWhenItsEventsAreTaken() throws InterruptedException {
        offer("1", Priority.NORMAL, scan("a"));
        offer("2", Priority.NORMAL, scan("b"));
        assertThat(drain(1)).containsExactly("1");
        offer("3", Priority.HIGH, scan("a"));

        assertThat(drain(ROOM)).containsExactly("3", "2");
    }

    @Test
    void aFullQueueSaysSoAndTakesMoreWhenThereIsRoom() throws InterruptedException {
        for (int i = 0; i < ROOM; i++) {
            offer("e" + i, Priority.NORMAL, scan("g" + i));
        }

        assertThat(queue.offer(request("late", Priority.HIGH, scan("x")))).isFalse();
        assertThat(drain(1)).containsExactly("e0");
        assertThat(queue.offer(request("late", Priority.HIGH, scan("x")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eventsOfOneKeyLeaveInTheOrderInWhichTheyCame(long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> came = new ArrayList<>();
        List<List<String>> left = new ArrayList<>();
        for (int key = 0; key < 5; key++) {
            came.add(new ArrayList<>());
            left.add(new ArrayList<>());
        }
        for (int i = 0; i < 2_000; i++) {
            int key = random.nextInt(5);
            Priority priority = Priority.values()[random.nextInt(3)];
            if (queue.offer(request(key + "-" + i, priority, scan("g" + key)))) {
                came.get(key).add(key + "-" + i);
            }
            if (random.nextInt(4) == 0) {
                drain(random.nextInt(8))
                        .forEach(id -> left.get(id.charAt(0) - '0').add(id));
            }
        }
        drain(ROOM).forEach(id -> left.get(id.charAt(0) - '0').add(id));

        assertThat(left).as("seed %d", seed).isEqualTo(came);
    }
}
