package co.litper.cerebro.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.CarrierCapacity;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.log.ContractCheck;
import co.litper.cerebro.log.Envelope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedFaultTest {
    private static final WorldParameters SOUND = WorldParameters.sample(9);
    private static final WorldParameters BAD = SOUND.with("fault.feed.start", 3).with("fault.feed.days", 10);

    private static final List<Envelope> WELL = run(SOUND);
    private static final List<Envelope> BADLY = run(BAD);

    private static List<Envelope> run(WorldParameters parameters) {
        return new Passive(parameters, 9, 100, 20).events;
    }

    @Test
    void aBadFeedRepeatsDelaysSwapsAndGarblesAndDoesNothingElse() {
        Set<Event> truths = new HashSet<>();
        WELL.forEach(e -> truths.add(e.event()));
        Set<Event> told = new HashSet<>();
        BADLY.forEach(e -> told.add(e.event()));
        Set<Event> invented = new HashSet<>(told);
        invented.removeAll(truths);
        Set<Event> missing = new HashSet<>(truths);
        missing.removeAll(told);

        assertFalse(invented.isEmpty());
        invented.forEach(e -> assertTrue(e instanceof TrackingUpdated, "garbled are scans alone: " + e));
        missing.forEach(e -> assertTrue(
                e instanceof TrackingUpdated scan
                        && scan.state() != null
                        && !scan.state().isEnd(),
                "only scans on the way may be garbled away: " + e));
        assertTrue(BADLY.size() > WELL.size(), "some are repeated");
        assertTrue(BADLY.stream().anyMatch(e -> e.validAt().isBefore(e.recordedAt())), "some are late");
    }

    @Test
    void whatABadFeedBringsStillKeepsTheContractsAndTheOrderOfRecording() {
        for (int i = 0; i < BADLY.size(); i++) {
            assertEquals(List.of(), ContractCheck.check(BADLY.get(i)), () -> "breaks its contract");
            assertTrue(i == 0
                    || !BADLY.get(i).recordedAt().isBefore(BADLY.get(i - 1).recordedAt()));
        }
    }

    @Test
    void aPriceWarAndACapacityCutAreTold() {
        List<Envelope> events = run(SOUND.with("fault.price.start", 4)
                .with("fault.price.days", 5)
                .with("fault.capacity.start", 4)
                .with("fault.capacity.days", 5));

        assertTrue(events.stream()
                        .filter(e -> e.event() instanceof ConfigurationChanged)
                        .count()
                > 300);
        assertEquals(
                2,
                events.stream()
                        .filter(e -> e.event() instanceof CarrierCapacity)
                        .count());
    }

    @Test
    void aStrikeMakesItsCarrierSlow() {
        assertTrue(new Passive(SOUND.with("fault.strike.start", 1), 9, 100, 30).late()
                > new Passive(SOUND, 9, 100, 30).late());
    }
}
