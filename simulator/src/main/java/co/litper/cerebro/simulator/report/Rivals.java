package co.litper.cerebro.simulator.report;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Players for worlds that live outside a tournament. */
public final class Rivals {
    private Rivals() {}

    /**
     * The best static policy, knowing what {@link RankingStudy} allows it to know. Costs that study: some seconds at 300
     * orders a day.
     *
     * @param stages worlds of the same parameters, for the study
     * @param seed of the world
     * @param start when it begins
     * @param world in which it will act
     */
    public static Player bestStatic(Stages stages, long seed, HolidayCalendar holidays, Instant start, World world) {
        Plan plan = new Plan(List.of(Players.STATIC), 1, seed, start, 0, 1, 0, holidays, Map.of(), false);
        DepartmentRanking ranking = new DepartmentRanking();
        new RankingStudy(plan, stages, Watch.NONE).fill(ranking, seed);
        return Players.STATIC.sit(new Players.Seat(
                world.desk(), world.truth(), holidays, seed, start, ranking, Map.of(), ReceiptWatcher.NOBODY));
    }
}
