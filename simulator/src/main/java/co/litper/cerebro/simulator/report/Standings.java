package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.check.Violation;
import co.litper.cerebro.simulator.player.Players;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** How all players of a plan fared in all its worlds. Immutable. */
public final class Standings {
    /** Days of one point of a learning curve. */
    public static final int WEEK = 7;

    private final Plan plan;
    private final SortedMap<Players, List<Run>> runs;

    Standings(Plan plan, SortedMap<Players, List<Run>> runs) {
        this.plan = plan;
        this.runs = runs;
    }

    /** What was planned. */
    public Plan plan() {
        return plan;
    }

    /** Who played. */
    public List<Players> players() {
        return List.copyOf(runs.keySet());
    }

    /** True if all of these played. */
    public boolean have(Players... players) {
        return runs.keySet().containsAll(List.of(players));
    }

    /** A player's figure over worlds. */
    public Estimate estimate(Players who, Measure measure) {
        return Estimate.mean(figures(who, measure));
    }

    /** Pesos a parcel that a player earns less than the oracle, world by world. */
    public Estimate regret(Players who) {
        return Estimate.mean(minus(figures(Players.ORACLE, Measure.MARGIN), figures(who, Measure.MARGIN)));
    }

    /** Pesos a parcel that a player earns more than another, world by world. */
    public Estimate gain(Players who, Players over) {
        return Estimate.mean(minus(figures(who, Measure.MARGIN), figures(over, Measure.MARGIN)));
    }

    /** By which share of another's figure a player's is lower, world by world. */
    public Estimate reduction(Measure measure, Players who, Players over) {
        double[] ours = figures(who, measure);
        double[] theirs = figures(over, measure);
        double[] reduction = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            reduction[i] = 1 - ours[i] / theirs[i];
        }
        return Estimate.mean(reduction);
    }

    /** Which share of the way in margin from one player to the oracle another has gone. */
    public Estimate oracleShare(Players who, Players from) {
        double[] floor = figures(from, Measure.MARGIN);
        return Estimate.ratio(
                minus(figures(who, Measure.MARGIN), floor), minus(figures(Players.ORACLE, Measure.MARGIN), floor));
    }

    /** Margin a parcel by week of the order, mean over worlds. */
    public List<Double> curve(Players who) {
        List<Double> curve = new ArrayList<>();
        for (int day = 0; day < plan.days(); day += WEEK) {
            curve.add(marginCop(who, day, WEEK).value());
        }
        return curve;
    }

    /** Margin a parcel over judged days, mean over worlds. */
    Estimate marginCop(Players who, int day, int span) {
        return Estimate.mean(margins(who, day, span));
    }

    /** Pesos a parcel that a player earned less than in other standings of the same worlds, world by world. */
    Estimate lossCop(Players who, Standings twin, int day, int span) {
        return Estimate.mean(minus(twin.margins(who, day, span), margins(who, day, span)));
    }

    private double[] margins(Players who, int day, int span) {
        return of(who).stream().mapToDouble(run -> run.marginCop(day, span)).toArray();
    }

    /** Novedades over all worlds. */
    public long issues(Players who) {
        return of(who).stream().mapToLong(run -> run.total().issues()).sum();
    }

    /** Orders over all worlds. */
    public long orders(Players who) {
        return of(who).stream().mapToLong(run -> run.total().orders()).sum();
    }

    /** What checkers found; they watch every player in the first world. */
    public List<Violation> violations(Players who) {
        return of(who).stream().flatMap(run -> run.violations().stream()).toList();
    }

    private double[] figures(Players who, Measure measure) {
        return of(who).stream().mapToDouble(measure::of).toArray();
    }

    private List<Run> of(Players who) {
        List<Run> found = runs.get(who);
        if (found == null) {
            throw new IllegalArgumentException(
                    who.wire() + " did not play. Maybe it is missing in the plan's players.");
        }
        return found;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
