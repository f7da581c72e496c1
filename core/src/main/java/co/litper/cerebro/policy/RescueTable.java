package co.litper.cerebro.policy;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;

/**
 * How often a novedad of a reason ends in delivery after an action: a Beta posterior for each pair, starting from the
 * rescue rates that {@code DOMAIN} gives for good teams, spread over actions by how well each fits the reason.
 *
 * <p>[reasons × actions] of successes and trials, row-major. Only actions that were really carried out are counted for
 * their pair; what people did on their own counts under {@code NONE}. The shard reads copies made by {@link #copy()}; one
 * thread writes.
 */
public final class RescueTable {
    /** How many real cases a prior is worth. Low, since the source is one team's figures. */
    static final double PRIOR_STRENGTH = 12;

    private static final int WIRE_VERSION = 1;
    private static final int ACTIONS = Action.values().length;
    private static final int REASONS = IssueReason.values().length;

    private final double[] rescued;
    private final double[] tried;

    /** A table without experience. */
    public RescueTable() {
        this(new double[REASONS * ACTIONS], new double[REASONS * ACTIONS]);
    }

    private RescueTable(double[] rescued, double[] tried) {
        this.rescued = rescued;
        this.tried = tried;
    }

    /** Takes in an outcome. */
    public void observe(IssueReason reason, Action action, boolean wasRescued, double weight) {
        int at = at(reason, action);
        tried[at] += weight;
        rescued[at] += wasRescued ? weight : 0;
    }

    /** Posterior mean of the rescue rate, in (0, 1). O(1). */
    public double rate(IssueReason reason, Action action) {
        int at = at(reason, action);
        double prior = RescuePrior.rate(reason, action);
        return (rescued[at] + PRIOR_STRENGTH * prior) / (tried[at] + PRIOR_STRENGTH);
    }

    /** How many outcomes stand behind a rate. */
    public double evidence(IssueReason reason, Action action) {
        return tried[at(reason, action)];
    }

    /** A copy that later observations leave alone. */
    public RescueTable copy() {
        return new RescueTable(rescued.clone(), tried.clone());
    }

    private static int at(IssueReason reason, Action action) {
        return reason.ordinal() * ACTIONS + action.ordinal();
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION).octet(REASONS).octet(ACTIONS);
        for (int i = 0; i < tried.length; i++) {
            out.float64(rescued[i]).float64(tried[i]);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static RescueTable read(WireReader in) {
        WireVersions.require("rescue table", in.octet(), WIRE_VERSION);
        WireVersions.require("rescue table's reasons", in.octet(), REASONS);
        WireVersions.require("rescue table's actions", in.octet(), ACTIONS);
        RescueTable table = new RescueTable();
        for (int i = 0; i < table.tried.length; i++) {
            table.rescued[i] = in.float64();
            table.tried[i] = in.float64();
        }
        return table;
    }
}
