package co.litper.cerebro.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes tiles of two spans of equal length, the one before and the one shown. Pure. */
final class Tiles {
    private final List<DayFigures> days;
    private final List<BrainFigures> brain;
    private final DayFigures now;
    private final DayFigures before;
    private final BrainFigures brainNow;
    private final BrainFigures brainBefore;
    private final boolean comparable;

    Tiles(
            List<DayFigures> days,
            List<BrainFigures> brain,
            DayFigures now,
            DayFigures before,
            BrainFigures brainNow,
            BrainFigures brainBefore,
            boolean comparable) {
        this.days = days;
        this.brain = brain;
        this.now = now;
        this.before = before;
        this.brainNow = brainNow;
        this.brainBefore = brainBefore;
        this.comparable = comparable;
    }

    List<Tile> all() {
        List<Tile> tiles = new ArrayList<>();
        for (Goal goal : Goal.values()) {
            tiles.add(tile(goal));
        }
        return tiles;
    }

    private Tile tile(Goal goal) {
        return switch (goal) {
            case DECISIONS_PER_DAY ->
                new Tile(
                        goal,
                        exact((double) brainNow.acted() / brain.size()),
                        exact((double) brainBefore.acted() / brain.size()),
                        Tile.Missing.NOTHING,
                        brainNow.acted(),
                        brainTrend(b -> (double) b.acted()));
            case FORECAST_ACCURACY ->
                new Tile(
                        goal,
                        brainNow.accuracy(),
                        brainBefore.accuracy(),
                        Tile.Missing.NOTHING,
                        brainNow.delivered(),
                        brainTrend(b -> b.accuracy().value()));
            case LATE_REDUCTION ->
                new Tile(
                        goal,
                        claims() == Tile.Missing.NOTHING ? reduction() : Interval.UNKNOWN,
                        Interval.UNKNOWN,
                        claims(),
                        now.promised(),
                        dayTrend(d -> d.lateShare().value()));
            case ANSWERED_BY_ITSELF ->
                new Tile(
                        goal,
                        brainNow.answeredRescueShare(),
                        brainBefore.answeredRescueShare(),
                        Tile.Missing.NOTHING,
                        brainNow.answeredSettled(),
                        brainTrend(b -> b.answeredRescueShare().value()));
            case RETURNS ->
                new Tile(
                        goal,
                        now.returnShare(),
                        earlier(before.returnShare()),
                        history(),
                        now.delivered() + now.returned(),
                        dayTrend(d -> d.returnShare().value()));
            case RESCUES ->
                new Tile(
                        goal,
                        now.rescueShare(),
                        earlier(before.rescueShare()),
                        history(),
                        now.endedWithIssue(),
                        dayTrend(d -> d.rescueShare().value()));
        };
    }

    private Tile.Missing claims() {
        return brainNow.acted() == 0 ? Tile.Missing.BRAIN_DID_NOTHING : history();
    }

    private Tile.Missing history() {
        return comparable ? Tile.Missing.NOTHING : Tile.Missing.SHORT_HISTORY;
    }

    private Interval earlier(Interval known) {
        return comparable ? known : Interval.UNKNOWN;
    }

    private static Interval exact(double value) {
        return new Interval(value, value, value);
    }

    /** One minus the ratio of two shares; its error by the delta method on the logarithm of the ratio. */
    private Interval reduction() {
        double late = now.late();
        double earlier = before.late();
        if (late == 0 || earlier == 0) {
            return Interval.UNKNOWN;
        }
        double ratio = late / now.promised() / (earlier / before.promised());
        double error = Math.sqrt(1 / late - 1.0 / now.promised() + 1 / earlier - 1.0 / before.promised());
        Interval log = Interval.around(Math.log(ratio), error);
        return new Interval(1 - ratio, 1 - Math.exp(log.high()), 1 - Math.exp(log.low()));
    }

    private List<Double> dayTrend(Function<DayFigures, Double> value) {
        return days.stream().map(value).toList();
    }

    private List<Double> brainTrend(Function<BrainFigures, Double> value) {
        return brain.stream().map(value).toList();
    }
}
