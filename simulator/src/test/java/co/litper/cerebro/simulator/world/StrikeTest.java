package co.litper.cerebro.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.vocabulary.Carrier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A strike that is called while the world lives. */
class StrikeTest {
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");
    private static final int CALLED = 10;
    private static final int ENDED = 24;
    private static final int DAYS = 60;

    private static List<ParcelStory> live(Consumer<World> onDay10, Consumer<World> onDay24) {
        List<ParcelStory> stories = new ArrayList<>();
        World world = new World(WorldParameters.sample(5), 5, Passive.HOLIDAYS, START, 60, stories::add);
        world.run(e -> {}, START.plus(Duration.ofDays(CALLED)));
        onDay10.accept(world);
        world.run(e -> {}, START.plus(Duration.ofDays(ENDED)));
        onDay24.accept(world);
        world.run(e -> {}, START.plus(Duration.ofDays(DAYS)));
        return stories;
    }

    /** Mean days to delivery of parcels that were ordered within days. */
    private static double days(List<ParcelStory> stories, Carrier carrier, int from, int to) {
        return stories.stream()
                        .filter(story -> story.ending() == Ending.DELIVERED
                                && story.carrier().equals(carrier))
                        .filter(story -> !story.orderedAt().isBefore(START.plus(Duration.ofDays(from)))
                                && story.orderedAt().isBefore(START.plus(Duration.ofDays(to))))
                        .mapToLong(story -> Duration.between(story.orderedAt(), Objects.requireNonNull(story.endedAt()))
                                .toHours())
                        .average()
                        .orElseThrow()
                / 24;
    }

    @Test
    void whatIsPickedUpDuringAStrikeIsSlowAndNothingElseIs() {
        List<ParcelStory> calm = live(world -> {}, world -> {});
        List<ParcelStory> struck =
                live(world -> world.beginStrike(Carrier.ENVIA), world -> world.endStrike(Carrier.ENVIA));

        double during =
                days(struck, Carrier.ENVIA, CALLED + 1, ENDED - 4) / days(calm, Carrier.ENVIA, CALLED + 1, ENDED - 4);
        assertTrue(during > 1.6, "slower by " + during);
        assertEquals(days(calm, Carrier.ENVIA, 0, CALLED - 4), days(struck, Carrier.ENVIA, 0, CALLED - 4), "before it");
        assertEquals(1, days(struck, Carrier.ENVIA, ENDED + 1, 40) / days(calm, Carrier.ENVIA, ENDED + 1, 40), 0.1);
        assertEquals(
                1, days(struck, Carrier.TCC, CALLED, ENDED) / days(calm, Carrier.TCC, CALLED, ENDED), 0.1, "others");
    }

    @Test
    void aStrikeThatIsCalledOffAtOnceLeavesNoTrace() {
        List<ParcelStory> calm = live(world -> {}, world -> {});
        List<ParcelStory> brief = live(
                world -> {
                    world.beginStrike(Carrier.ENVIA);
                    world.endStrike(Carrier.ENVIA);
                },
                world -> {});
        assertEquals(calm, brief);
    }

    @Test
    void aCarrierThatIsNotOfThisWorldCannotStrike() {
        IllegalArgumentException told = assertThrows(
                IllegalArgumentException.class,
                () -> live(world -> world.beginStrike(new Carrier("VELOCES")), world -> {}));
        assertTrue(String.valueOf(told.getMessage()).contains("Maybe one of"));
    }
}
