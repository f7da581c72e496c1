package co.litper.cerebro.simulator.report;

import co.litper.cerebro.learn.replay.PolicyWorth;
import co.litper.cerebro.learn.replay.PolicyWorth.FromLog;

/**
 * What the log told of a policy, and what it truly earned.
 *
 * @param worth what the log told
 * @param truthCop pesos a parcel, played in the same world
 * @param truthError standard error of {@code truthCop}
 * @param loggedCop what the log's own policy truly earns, played likewise
 * @param loggedError standard error of {@code loggedCop}
 */
public record Covered(PolicyWorth worth, double truthCop, double truthError, double loggedCop, double loggedError) {
    private static final double NORMAL_95 = 1.96;

    /** True if the log told anything. */
    public boolean isTold() {
        return worth.told() instanceof FromLog;
    }

    /** True if the interval of the policy's worth holds the truth. */
    public boolean holdsValue() {
        return worth.told() instanceof FromLog told && told.value().contains(truthCop);
    }

    /** True if the interval of its gain reaches the truth, as far as that is known: a difference of two that were played. */
    public boolean holdsGain() {
        double doubt = NORMAL_95 * Math.hypot(truthError, loggedError);
        double gain = truthCop - loggedCop;
        return worth.told() instanceof FromLog told
                && told.gain().low() - doubt <= gain
                && gain <= told.gain().high() + doubt;
    }

    /** True if the interval by weights alone holds the truth. */
    public boolean holdsWeighted() {
        return worth.told() instanceof FromLog told && told.weighted().contains(truthCop);
    }
}
