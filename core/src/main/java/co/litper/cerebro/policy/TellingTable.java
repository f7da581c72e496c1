package co.litper.cerebro.policy;

import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;

/**
 * What telling the customer that the parcel comes is worth, by how far the parcel is: the mean of what came of it beyond
 * what was forecast, with and without a message, each case weighed by one over its propensity (self-normalised; D. Horvitz
 * and D. Thompson, JASA 1952, with the forecast as control variate). The shard reads copies; one thread writes.
 *
 * <p>A case is 1 for a delivered parcel, less {@link #LATE} if it was late, less what the forecast led to expect.
 */
public final class TellingTable {
    /** What lateness costs in shares of what is at stake: 8,000 pesos of some 40,000. */
    public static final double LATE = 0.2;

    /** A case counts at most this often, so that a rare draw does not rule the mean. */
    private static final double MOST_WEIGHT = 10;

    private static final double PRIOR_CASES = 600;
    private static final double VARIANCE = 0.16;
    private static final int WIRE_VERSION = 1;
    private static final int STATES = ShipmentState.values().length;
    private static final int SUMS = 3;

    /** [states × cod × told × (weights, squared weights, weighted values)]. */
    private final double[] sums;

    /** A table without experience. */
    public TellingTable() {
        this(new double[STATES * 2 * 2 * SUMS]);
    }

    private TellingTable(double[] sums) {
        this.sums = sums;
    }

    /** What is believed of a message: gain in shares of what is at stake, and the standard deviation of that belief. */
    public record Gain(double mean, double deviation) {}

    /**
     * Takes in a case.
     *
     * @param propensity with which it was told, or was not, in (0, 1]
     * @param value what came of it beyond the forecast, in shares of what was at stake
     */
    public void observe(ShipmentState state, boolean cod, boolean told, double propensity, double value) {
        int at = at(state, cod, told);
        double weight = Math.min(MOST_WEIGHT, 1 / propensity);
        sums[at] += weight;
        sums[at + 1] += weight * weight;
        sums[at + 2] += weight * value;
    }

    /** What telling is worth at {@code state}. O(1). */
    public Gain gain(ShipmentState state, boolean cod) {
        double told = mean(at(state, cod, true), prior(state));
        double untold = mean(at(state, cod, false), 0);
        double variance = VARIANCE / cases(at(state, cod, true)) + VARIANCE / cases(at(state, cod, false));
        return new Gain(told - untold, Math.sqrt(variance));
    }

    private double mean(int at, double prior) {
        return (sums[at + 2] + PRIOR_CASES * prior) / (sums[at] + PRIOR_CASES);
    }

    private double cases(int at) {
        return PRIOR_CASES + (sums[at + 1] == 0 ? 0 : sums[at] * sums[at] / sums[at + 1]);
    }

    /** A message days before uses up patience; one on the morning of the delivery finds some at home, and their cash ready, who else would not be. */
    private static double prior(ShipmentState state) {
        return switch (state) {
            case OUT_FOR_DELIVERY -> 0.02;
            case IN_OFFICE -> 0.01;
            case IN_TRANSIT, CREATED, PROCESSING, SHIPPED, ISSUE, DELIVERED, RETURNED, CANCELLED -> -0.005;
        };
    }

    /** A copy that later cases leave alone. */
    public TellingTable copy() {
        return new TellingTable(sums.clone());
    }

    private static int at(ShipmentState state, boolean cod, boolean told) {
        return ((state.ordinal() * 2 + (cod ? 1 : 0)) * 2 + (told ? 1 : 0)) * SUMS;
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION).varint(sums.length);
        for (double sum : sums) {
            out.float64(sum);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static TellingTable read(WireReader in) {
        WireVersions.require("telling table", in.octet(), WIRE_VERSION);
        TellingTable table = new TellingTable();
        WireVersions.require("telling table's sums", in.varintAsInt(), table.sums.length);
        for (int i = 0; i < table.sums.length; i++) {
            table.sums[i] = in.float64();
        }
        return table;
    }
}
