package co.litper.cerebro.simulator.report;

import co.litper.cerebro.vocabulary.Action;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How autonomy was earned and lost over some worlds. A case is an action in one world, at a novedad one for each reason.
 *
 * @param earned by action
 * @param lost by what failed silently
 */
public record AutonomyTimes(List<Earned> earned, List<Lost> lost) {
    /** Nothing was tried. */
    public static final AutonomyTimes NONE = new AutonomyTimes(List.of(), List.of());

    public AutonomyTimes {
        earned = List.copyOf(earned);
        lost = List.copyOf(lost);
    }

    /**
     * How an action rose in worlds without fault.
     *
     * @param cases of which a receipt speaks
     * @param approving cases put before people for a yes at some time
     * @param approvingDays median days from the first order until then, empty if none
     * @param acting cases that acted by themselves at some time
     * @param actingDays median days until then, empty if none
     */
    public record Earned(
            Action action,
            int cases,
            int approving,
            OptionalDouble approvingDays,
            int acting,
            OptionalDouble actingDays) {}

    /**
     * What a channel that fails silently took.
     *
     * @param silent what it did not do; of questions the first
     * @param held cases of it that went beyond a proposal on the day before
     * @param lost of these, back at proposals within {@link AutonomyStudy#WINDOW_DAYS}
     * @param acting of those held, cases that acted by themselves
     * @param actingLost of these, no longer acting within the same days
     * @param days median days from its beginning until then, empty if none
     * @param lostWithout of those held, lost in the same days of the same worlds without the fault
     */
    public record Lost(
            Action silent, int held, int lost, int acting, int actingLost, OptionalDouble days, int lostWithout) {}
}
