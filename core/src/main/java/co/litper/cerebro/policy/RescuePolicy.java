package co.litper.cerebro.policy;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;

/**
 * What each step at a novedad is worth when the steps after it are taken well: the chance that the parcel is delivered in
 * the end, and what getting there costs. Immutable; read by shards without a lock; O(1).
 *
 * <p>Which later steps are taken well depends on what is at stake, so values are kept for {@value #BANDS} bands of it.
 */
public final class RescuePolicy {
    static final int BANDS = 3;

    /** What a parcel of each band is worth saving, pesos. */
    static final double[] STAKES = {20_000, 45_000, 90_000};

    /** Stakes at which a band ends, pesos. */
    private static final double[] ENDS = {30_000, 65_000};

    /**
     * Cases by which doubt is bounded before any was seen, and by how much cases at coarser levels speak for a finer one.
     * The priors are figures of good teams: what contradicts them is tried, but not at every second parcel.
     */
    private static final double PRIOR_CASES = 60;

    private static final double OF_MIDDLE = 0.5;
    private static final double OF_COARSE = 0.1;

    /** [bands × fine cells] probability that the parcel is delivered in the end. */
    private final float[][] success;
    /** [bands × fine cells] what is spent until then, pesos. */
    private final float[][] cost;
    /** [fine cells] cases that speak for a cell. */
    private final float[] cases;
    /** [coarse cells] cases counted. */
    private final float[] counted;

    RescuePolicy(float[][] success, float[][] cost, float[] cases, float[] counted) {
        this.success = success;
        this.cost = cost;
        this.cases = cases;
        this.counted = counted;
    }

    /** What is believed of a step. */
    public record Value(double success, double costCop, double deviation) {
        /** Worth in pesos where {@code stakeCop} is lost if the parcel comes back. */
        public double cop(double stakeCop) {
            return success * stakeCop - costCop;
        }
    }

    /** What taking {@code action} at {@code stage} is believed to lead to. */
    public Value value(IssueStage stage, Action action, double stakeCop) {
        int cell = RescueLevels.fine(stage.code(), action.ordinal());
        int band = band(stakeCop);
        double p = success[band][cell];
        return new Value(p, cost[band][cell], Math.sqrt(p * (1 - p) / cases[cell]));
    }

    /** How many cases with this reason and action, whatever the stage, stand behind the values. */
    public double evidence(IssueReason reason, Action action) {
        double sum = 0;
        for (int i = 0; i < RescueLevels.COARSE_STATES; i++) {
            int state = reason.ordinal() * RescueLevels.COARSE_STATES + i;
            sum += counted[state * RescueLevels.ACTIONS + action.ordinal()];
        }
        return sum;
    }

    static int band(double stakeCop) {
        int band = 0;
        while (band < ENDS.length && stakeCop > ENDS[band]) {
            band++;
        }
        return band;
    }

    static float casesFor(double fine, double middle, double coarse) {
        return (float) (PRIOR_CASES + fine + OF_MIDDLE * (middle - fine) + OF_COARSE * (coarse - middle));
    }
}
