package co.litper.cerebro.benchmarks.thinking;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.simulator.world.WorldParameters;
import co.litper.cerebro.world.Hash64;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long the product lives in a world, and which of its parcels count: those ordered after warm-up and before the last days, in which
 * they may end.
 *
 * @param ordersPerDay of the mean day
 * @param warmupDays days of learning that do not count
 * @param days that count
 */
record Life(int ordersPerDay, int warmupDays, int days) {
    /** Days after the last that counts. */
    private static final int TAIL_DAYS = 20;

    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");
    private static final long PLAYER_SALT = 0x7468696e6bL;

    /** What the counted parcels of one life came to. */
    record Result(long parcels, long marginCop, long delivered) {
        double marginPerParcel() {
            return (double) marginCop / parcels;
        }
    }

    private static final class Count {
        private long parcels;
        private long margin;
        private long delivered;
    }

    /** Lives in the world of {@code seed} with {@code mind}; the same arguments give the same result. */
    Result with(Mind mind, long seed) {
        HolidayCalendar holidays = new ColombianHolidays();
        Instant first = START.plus(Duration.ofDays(warmupDays));
        Instant last = first.plus(Duration.ofDays(days));
        Count count = new Count();
        World world = new World(
                WorldParameters.sample(seed),
                seed,
                holidays,
                START,
                ordersPerDay,
                story -> add(story, first, last, count));
        Players.Seat seat = new Players.Seat(
                world.desk(),
                world.truth(),
                holidays,
                Hash64.of(PLAYER_SALT, seed),
                START,
                new DepartmentRanking(),
                Map.of(),
                mind.watcher());
        try (Player player = Players.product(seat, mind.chooser())) {
            world.opening().forEach(player::meet);
            world.run(player, last.plus(Duration.ofDays(TAIL_DAYS)));
        }
        world.open().forEach(story -> add(story, first, last, count));
        return new Result(count.parcels, count.margin, count.delivered);
    }

    private static void add(ParcelStory story, Instant first, Instant last, Count count) {
        if (!story.orderedAt().isBefore(first) && story.orderedAt().isBefore(last)) {
            count.parcels++;
            count.margin += story.marginCop();
            count.delivered += story.ending() == Ending.DELIVERED ? 1 : 0;
        }
    }
}
