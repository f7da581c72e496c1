package co.litper.cerebro.policy;

import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;

/**
 * What slow thinking is worth at novedades: how often the advice differs from the decision that stands, and what following it
 * then adds. The latter is the mean of what came of it beyond what was forecast, advice followed and not, each case weighed by
 * one over its propensity (self-normalised; D. Horvitz and D. Thompson, JASA 1952, with the forecast as control variate);
 * each reason leans on all reasons together, and these on the prior. The shard reads copies; one thread writes.
 *
 * <p>A case is 1 for a delivered parcel, less {@link TellingTable#LATE} if it was late, less what the fast policy expected.
 */
public final class CounselTable {
    /** A case counts at most this often, so that a rare draw does not rule the mean. */
    private static final double MOST_WEIGHT = 10;

    /** Cases of each kind that the prior stands for: few, since a stranger's advice is either good or it is not. */
    private static final double PRIOR_CASES = 30;

    /** Cases that all reasons together weigh in one of them. */
    private static final double POOLED_CASES = 60;

    /** Before anything is known: advice that differs is as good as what it contradicts. */
    private static final double PRIOR_GAIN = 0;

    /** Thoughts that the prior of how often advice differs stands for, and its share. */
    private static final double PRIOR_THOUGHTS = 10;

    private static final double PRIOR_DIFFERS = 0.3;
    private static final double VARIANCE = 0.2;
    private static final int WIRE_VERSION = 1;
    private static final int REASONS = IssueReason.values().length;
    private static final int ALL = REASONS;
    private static final int SUMS = 3;

    /** [(reasons, and all) × followed × (weights, squared weights, weighted values)]. */
    private final double[] sums;
    /** [(reasons, and all) × (asked, differed)]. */
    private final double[] thoughts;

    /** A table without experience. */
    public CounselTable() {
        this(new double[(REASONS + 1) * 2 * SUMS], new double[(REASONS + 1) * 2]);
    }

    private CounselTable(double[] sums, double[] thoughts) {
        this.sums = sums;
        this.thoughts = thoughts;
    }

    /** What is believed of following advice that differs: gain in shares of what is at stake, and the deviation of that belief. */
    public record Gain(double mean, double deviation) {}

    /** The reasoner was asked. */
    public void asked(IssueReason reason) {
        thoughts[2 * reason.ordinal()]++;
        thoughts[2 * ALL]++;
    }

    /** Its advice differed, and was weighed against the decision that stands. */
    public void differed(IssueReason reason) {
        thoughts[2 * reason.ordinal() + 1]++;
        thoughts[2 * ALL + 1]++;
    }

    /** The share of thoughts that end in advice to do something else. O(1). */
    public double differs(IssueReason reason) {
        return share(reason.ordinal(), share(ALL, PRIOR_DIFFERS));
    }

    private double share(int row, double prior) {
        return (thoughts[2 * row + 1] + PRIOR_THOUGHTS * prior) / (thoughts[2 * row] + PRIOR_THOUGHTS);
    }

    /**
     * Takes in what came of advice that differed.
     *
     * @param followed true if it was taken
     * @param propensity with which it was taken, or was not, in (0, 1]
     * @param value what came of it beyond what the fast policy expected, in shares of what was at stake
     */
    public void observe(IssueReason reason, boolean followed, double propensity, double value) {
        double weight = Math.min(MOST_WEIGHT, 1 / propensity);
        add(at(reason.ordinal(), followed), weight, value);
        add(at(ALL, followed), weight, value);
    }

    private void add(int at, double weight, double value) {
        sums[at] += weight;
        sums[at + 1] += weight * weight;
        sums[at + 2] += weight * value;
    }

    /** What following advice that differs is worth at {@code reason}. O(1). */
    public Gain gain(IssueReason reason) {
        double pooled = difference(ALL, PRIOR_GAIN, PRIOR_CASES);
        double own = difference(reason.ordinal(), pooled, POOLED_CASES);
        double variance = variance(at(ALL, true)) + variance(at(ALL, false));
        return new Gain(own, Math.sqrt(variance));
    }

    /** The difference of the two means, shrunk to {@code prior} by {@code cases} imagined cases on each side. */
    private double difference(int row, double prior, double cases) {
        int yes = at(row, true);
        int no = at(row, false);
        if (sums[yes] == 0 || sums[no] == 0) {
            return prior;
        }
        double found = sums[yes + 2] / sums[yes] - sums[no + 2] / sums[no];
        double fewer = Math.min(cases(yes), cases(no));
        return (fewer * found + cases * prior) / (fewer + cases);
    }

    private double variance(int at) {
        return VARIANCE / (PRIOR_CASES + cases(at));
    }

    /** How many cases of equal weight these are worth (Kish). */
    private double cases(int at) {
        return sums[at + 1] == 0 ? 0 : sums[at] * sums[at] / sums[at + 1];
    }

    private static int at(int row, boolean followed) {
        return (row * 2 + (followed ? 1 : 0)) * SUMS;
    }

    /** A copy that later cases leave alone. */
    public CounselTable copy() {
        return new CounselTable(sums.clone(), thoughts.clone());
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION).varint(sums.length);
        for (double sum : sums) {
            out.float64(sum);
        }
        for (double count : thoughts) {
            out.float64(count);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static CounselTable read(WireReader in) {
        WireVersions.require("counsel table", in.octet(), WIRE_VERSION);
        CounselTable table = new CounselTable();
        WireVersions.require("counsel table's sums", in.varintAsInt(), table.sums.length);
        for (int i = 0; i < table.sums.length; i++) {
            table.sums[i] = in.float64();
        }
        for (int i = 0; i < table.thoughts.length; i++) {
            table.thoughts[i] = in.float64();
        }
        return table;
    }
}
