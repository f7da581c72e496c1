package co.litper.cerebro.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.litper.cerebro.world.Hash64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldParametersTest {
    @TempDir
    private Path folder;

    @Test
    void aSampledWorldReadsBackAsItWasPrinted() throws IOException {
        WorldParameters sampled = WorldParameters.sample(42);
        Path file = Files.writeString(folder.resolve("world.properties"), sampled.toProperties());

        assertEquals(sampled.toProperties(), WorldParameters.read(file).toProperties());
        assertFalse(sampled.toProperties().equals(WorldParameters.sample(43).toProperties()));
    }

    @Test
    void allProblemsOfAFileAreToldTogetherWithASuggestion() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.properties"), """
                # a comment
                transit.nois = 0.2
                transit.km = fast
                drift.size = 0.5..0.1
                nonsense
                """);

        String message = assertThrows(IllegalArgumentException.class, () -> WorldParameters.read(file))
                .toString();

        assertTrue(message.contains("line 2") && message.contains("Maybe 'transit.noise' was meant"), message);
        assertTrue(message.contains("line 3") && message.contains("line 4") && message.contains("line 5"), message);
    }

    @Test
    void aRangeInAFileIsDrawnWithTheSeedAndStandsForItsMiddleWithout() throws IOException {
        Path file = Files.writeString(folder.resolve("range.properties"), "transit.noise = 0.1..0.3\n");

        assertEquals(0.2, WorldParameters.read(file).get("transit.noise"), 1e-12);
        assertFalse(WorldParameters.read(file, 1).get("transit.noise")
                == WorldParameters.read(file, 2).get("transit.noise"));
    }

    @Test
    void theRangesOfSampledWorldsAreFrozen() {
        String drawn = WorldParameters.sample(1).toProperties()
                + WorldParameters.middle().toProperties();

        assertEquals(
                -5747374099778916506L,
                Hash64.of(0, drawn),
                "a range was changed. Maybe on purpose: then every published result must be made anew");
    }
}
