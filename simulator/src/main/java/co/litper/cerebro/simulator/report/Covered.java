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
 */
public record Covered(PolicyWorth worth, double truthCop, double truthError, double loggedCop) {
    /** True if the log told anything. */
    public boolean isTold() {
        return worth.told() instanceof FromLog;
    }

    /** True if the interval of the policy's worth holds the truth. */
    public boolean holdsValue() {
        return worth.told() instanceof FromLog told && told.value().contains(truthCop);
    }

    /** True if the interval of its gain holds the truth. */
    public boolean holdsGain() {
        return worth.told() instanceof FromLog told && told.gain().contains(truthCop - loggedCop);
    }

    /** True if the interval by weights alone holds the truth. */
    public boolean holdsWeighted() {
        return worth.told() instanceof FromLog told && told.weighted().contains(truthCop);
    }
}
