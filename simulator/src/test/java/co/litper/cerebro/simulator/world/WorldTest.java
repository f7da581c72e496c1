package co.litper.cerebro.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LogisticsEvent.CarrierCapacity;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.IssueDictionary;
import co.litper.cerebro.logistics.IssueMeaning;
import co.litper.cerebro.logistics.StatusDictionary;
import co.litper.cerebro.logistics.StatusMeaning;
import co.litper.cerebro.logistics.TariffState.Tariff;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.vocabulary.CityCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final Passive WORLD = new Passive(WorldParameters.sample(5), 5, 200, 45);

    @Test
    void sameSeedGivesTheSameEventsAndAnotherSeedOthers() {
        List<Envelope> events = new Passive(WorldParameters.sample(5), 5, 50, 20).events;

        assertEquals(events, new Passive(WorldParameters.sample(5), 5, 50, 20).events);
        assertFalse(events.equals(new Passive(WorldParameters.sample(5), 6, 50, 20).events));
    }

    @Test
    void runningInPiecesGivesTheSameEvents() {
        List<Envelope> whole = new Passive(WorldParameters.sample(5), 5, 50, 10).events;
        List<Envelope> pieces = new ArrayList<>();
        World world = new World(WorldParameters.sample(5), 5, Passive.HOLIDAYS, Passive.START, 50, s -> {});
        for (int hour = 1; hour <= 240; hour++) {
            world.run(pieces::add, Passive.START.plus(Duration.ofHours(hour)));
        }

        assertEquals(whole, pieces);
    }

    @Test
    void everyOrderEndsOnceOrIsOpen() {
        Set<String> ended = new HashSet<>();
        for (ParcelStory story : WORLD.ended) {
            assertTrue(ended.add(story.orderId()), "ended twice: " + story.orderId());
        }
        WORLD.open.forEach(story -> assertTrue(ended.add(story.orderId()), "ended and open: " + story.orderId()));
        long created = WORLD.events.stream()
                .filter(e -> e.event() instanceof OrderCreated)
                .count();

        assertEquals(created, ended.size());
        assertTrue(WORLD.ended.stream().map(ParcelStory::ending).distinct().count() == 4, "all four ways to end");
    }

    @Test
    void timeNeverGoesBackAndTheClockTicksHourly() {
        for (int i = 1; i < WORLD.events.size(); i++) {
            assertFalse(WORLD.events
                    .get(i)
                    .recordedAt()
                    .isBefore(WORLD.events.get(i - 1).recordedAt()));
        }
        assertEquals(
                45 * 24,
                WORLD.events.stream().filter(e -> e.event() instanceof Tick).count());
    }

    @Test
    void idsAreUniqueWithinTheirSource() {
        Set<String> ids = new HashSet<>();

        WORLD.events.forEach(e -> assertTrue(ids.add(e.source() + " " + e.id()), e.id()));
    }

    @Test
    void theProductReadsTheCarriersWordsAsTheyAreMeant() {
        for (Envelope e : WORLD.events) {
            if (e.event() instanceof TrackingUpdated scan) {
                assertEquals(
                        new StatusMeaning.Moved(Objects.requireNonNull(scan.state())),
                        StatusDictionary.read(scan.carrier(), scan.rawStatus()));
            } else if (e.event() instanceof IssueReported issue) {
                assertEquals(new IssueMeaning.Recognised(issue.reason()), IssueDictionary.read(issue.rawReason()));
            }
        }
    }

    @Test
    void tariffsAndCapacitiesAreToldBeforeTheFirstOrder() {
        World world = new World(WorldParameters.sample(5), 5, Passive.HOLIDAYS, Passive.START, 50, s -> {});
        Set<String> cities = new HashSet<>();
        int capacities = 0;
        for (Envelope e : world.opening()) {
            if (e.event() instanceof ConfigurationChanged set) {
                assertTrue(Tariff.ofSetting(set.value()).freightCop() > 5_000);
                cities.add(set.key().substring(set.key().lastIndexOf('.') + 1));
            } else if (e.event() instanceof CarrierCapacity) {
                capacities++;
            }
        }

        assertTrue(cities.size() >= 150, "municipalities: " + cities.size());
        assertEquals(Fleet.COUNT, capacities);
    }

    @Test
    void customersComeBackAboutAsOftenAsTheySay() {
        Map<String, Integer> orders = new HashMap<>();
        WORLD.ended.forEach(story -> orders.merge(story.customer().value(), 1, Integer::sum));
        double each = WORLD.ended.size() / (double) orders.size();

        assertTrue(each > 1.25 && each < 1.45, "parcels a customer: " + each);
    }

    @Test
    void moneyAddsUp() {
        for (ParcelStory story : WORLD.ended) {
            assertEquals(story.ending() == Ending.RETURNED, story.money().returnFreight() > 0);
            assertEquals(story.isLate(), story.money().late() > 0);
            assertTrue(story.ending() == Ending.CANCELLED || story.money().freight() > 5_000);
            assertTrue(story.ending() == Ending.LOST || story.money().claims() == 0);
        }
    }

    @Test
    void aParcelGoesToACityThatItsCarrierServes() {
        World world = new World(WorldParameters.sample(5), 5, Passive.HOLIDAYS, Passive.START, 200, s -> {});
        Map<CityCode, Place> places = new HashMap<>();
        world.scene().nature.geography.places().forEach(place -> places.put(place.code(), place));
        for (ParcelStory story : WORLD.ended) {
            if (story.ending() != Ending.CANCELLED) {
                Place place = Objects.requireNonNull(places.get(story.city()));
                assertTrue(world.scene().nature.lanes.serves(Fleet.indexOf(story.carrier()), place, story.cod()));
            }
        }
    }
}
