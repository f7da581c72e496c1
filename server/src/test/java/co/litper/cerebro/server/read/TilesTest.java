package co.litper.cerebro.server.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which comparisons of two spans are told, and which are not and why. */
class TilesTest {
    private static final MerchantId MERCHANT = new MerchantId("tienda");
    private static final Instant NOW = Instant.parse("2026-03-30T15:00:00Z");
    private static final LocalDate TODAY = Days.today(NOW);
    private static final int SPAN = 14;

    @TempDir
    private Path folder;

    /** Twenty deliveries a day of which some are late, more of them lately, of shipments known since {@code days} ago. */
    private Tile tile(Goal goal, int days, int acted) {
        try (ReadFile file = ReadFile.open(folder, SqliteStore.Options.standard(), 1, ReadShape.SHAPE)) {
            Words words = new Words();
            file.write("test", session -> {
                long merchant = words.put(session, MERCHANT.value());
                Tallies<DayCount> day = new Tallies<>("day", List.of("merchant", "day", "carrier"), DayCount.values());
                for (int ago = 0; ago <= days; ago++) {
                    long[] key = {merchant, TODAY.minusDays(ago).toEpochDay(), 0};
                    day.add(DayCount.BEGUN, 20, key);
                    day.add(DayCount.DELIVERED, 20, key);
                    day.add(DayCount.PROMISED, 20, key);
                    day.add(DayCount.LATE, ago < SPAN ? 6 : 2, key);
                    day.add(DayCount.RETURNED, 2, key);
                }
                day.flush(session);
                Tallies<BrainCount> brain = new Tallies<>("brain", List.of("merchant", "day"), BrainCount.values());
                brain.add(BrainCount.ACTED, acted, merchant, TODAY.toEpochDay());
                brain.flush(session);
                return 0;
            });
            words.committed();
            return new FigureBook(file, words)
                    .tiles(MERCHANT, NOW, SPAN).stream()
                            .filter(tile -> tile.goal() == goal)
                            .findFirst()
                            .orElseThrow();
        }
    }

    @Test
    void aBrainThatDidNothingIsSaidToHaveReducedNothing() {
        Tile tile = tile(Goal.LATE_REDUCTION, 100, 0);

        assertThat(tile.value().isKnown()).isFalse();
        assertThat(tile.missing()).isEqualTo(Tile.Missing.BRAIN_DID_NOTHING);
    }

    @Test
    void aHistoryThatBeginsTooLateIsComparedWithNothing() {
        assertThat(tile(Goal.LATE_REDUCTION, 2 * SPAN, 5).missing()).isEqualTo(Tile.Missing.SHORT_HISTORY);
    }

    @Test
    void theShareOfReturnsBeforeIsNotToldOfAShortHistory() {
        Tile tile = tile(Goal.RETURNS, 2 * SPAN, 5);

        assertThat(tile.value().isKnown()).isTrue();
        assertThat(tile.before().isKnown()).isFalse();
        assertThat(tile.missing()).isEqualTo(Tile.Missing.SHORT_HISTORY);
    }

    @Test
    void aLongHistoryIsCompared() {
        Tile tile = tile(Goal.LATE_REDUCTION, 100, 5);

        assertThat(tile.value().value()).as("three times as many").isCloseTo(-2, within(1e-9));
        assertThat(tile.missing()).isEqualTo(Tile.Missing.NOTHING);
    }
}
