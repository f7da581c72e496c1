package co.litper.cerebro.simulator.report;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.simulator.world.World;
import java.time.Instant;
import java.util.Map;

/** Players for worlds that live outside a tournament. */
public final class Rivals {
    private Rivals() {}

    /**
     * The best static policy, knowing what {@link RankingStudy} allows it to know. Costs that study: 60 days of
     * another world.
     *
     * @param stages worlds of the same parameters, for the study
     * @param seed of the world
     * @param start when it begins
     * @param world in which it will act
     */
    public static Player bestStatic(Stages stages, long seed, HolidayCalendar holidays, Instant start, World world) {
        DepartmentRanking ranking = new DepartmentRanking();
        new RankingStudy(stages, holidays, start, Watch.NONE).fill(ranking, seed);
        return Players.STATIC.sit(new Players.Seat(
                world.desk(), world.truth(), holidays, seed, start, ranking, Map.of(), ReceiptWatcher.NOBODY));
    }
}
