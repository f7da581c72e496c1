package co.litper.cerebro.simulator.report;

import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.DepartmentRanking;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.Hash64;
import java.time.Instant;
import java.util.Map;

/**
 * What the best static choice is allowed to know: in a world of the same parameters and other chance, where carriers are
 * drawn at random, the hidden worth of every carrier is asked for each order and averaged over the department. No log of a
 * merchant tells so much, so the floor that it gives is a high one.
 */
final class RankingStudy {
    /** Days of orders that are averaged. */
    static final int DAYS = 60;

    /** One order in so many is asked about; its worth is an expectation already, so that means settle soon. */
    private static final int SAMPLE = 3;

    private static final long DEMAND_SALT = 0x72616e6bL;

    private final Stages stages;
    private final HolidayCalendar holidays;
    private final Instant start;
    private final Watch watch;

    RankingStudy(Stages stages, HolidayCalendar holidays, Instant start, Watch watch) {
        this.stages = stages;
        this.holidays = holidays;
        this.start = start;
        this.watch = watch;
    }

    /** Fills the ranking. False if the watch stopped it. */
    boolean fill(DepartmentRanking ranking, long world) {
        Stage stage = stages.open(world, world ^ DEMAND_SALT, story -> {});
        Players.Seat seat = new Players.Seat(
                stage.desk(), stage.truth(), holidays, world, start, ranking, Map.of(), ReceiptWatcher.NOBODY);
        try (Player random = Players.RANDOM.sit(seat)) {
            Player asking = e -> {
                if (e.event() instanceof OrderCreated order
                        && order.parcel().carrier().equals(Carrier.UNKNOWN)
                        && Long.remainderUnsigned(Hash64.of(DEMAND_SALT, order.orderId()), SAMPLE) == 0) {
                    ranking.add(
                            order.parcel().destination().department(),
                            stage.truth().carriers(order.orderId()));
                }
                random.meet(e);
            };
            stage.opening().forEach(asking::meet);
            return Match.live(stage, asking, start, DAYS, watch);
        }
    }
}
