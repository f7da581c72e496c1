package co.litper.cerebro.policy;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns what to do about a novedad, step after step, from what was really done, by whomever: the log of people teaches as
 * well as our own steps. Owned by one thread; equal calls give equal bytes.
 *
 * <p>Fitted Q iteration over a table (D. Ernst, P. Geurts and L. Wehenkel, "Tree-based batch mode reinforcement learning",
 * JMLR 2005) with four levels of shrinkage ({@link RescueLevels}) in place of trees: the last {@link #MOST_STEPS} steps are swept a few times
 * whenever a policy is published. A step's target is the end of the parcel, or the value of
 * the best action that was tried at the stage that followed. Departs from the paper in keeping chance of delivery and cost
 * apart, so that one table serves parcels of any value.
 */
public final class RescueLearner {
    /** Steps remembered; some months of a large merchant. Older ones are forgotten, so that the world may change. */
    static final int MOST_STEPS = 40_000;

    /** Parcels with a novedad under way at a time. */
    static final int MOST_OPEN = 60_000;

    private static final int WIRE_VERSION = 2;

    /** The last version without what was meant to be done. */
    private static final int WITHOUT_MEANT = 1;

    /** Steps that a value travels back: few novedades take more. */
    private static final int SWEEPS = 9;

    private static final int CODE_STAGE = 40;
    private static final int CODE_ACTION = 32;
    private static final int LOW_OCTET = 0xff;
    private static final long LOW_WORD = 0xffff_ffffL;

    private final int[] stages = new int[MOST_STEPS];
    private final byte[] actions = new byte[MOST_STEPS];
    private final int[] nexts = new int[MOST_STEPS];
    private int size;
    private int oldest;
    private @Nullable RescuePolicy policy;
    private final Map<Long, Pending> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Pending> eldest) {
            return size() > MOST_OPEN;
        }
    };

    /** The last decision about a parcel's novedad, whose consequence is not known. */
    private record Pending(long decisionId, int stage, Meant meant) {
        RescueStep step(Action done, int next) {
            boolean asMeant = done == meant.action() && done != Action.NONE;
            return new RescueStep(stage, done.ordinal(), next, asMeant ? meant.level() : Autonomy.RECOMMEND);
        }
    }

    /** What the brain meant to do at a decision, and how far it could go. */
    public record Meant(Action action, Autonomy level) {
        public static final Meant NOTHING = new Meant(Action.NONE, Autonomy.RECOMMEND);
    }

    /**
     * A step was decided for the parcel {@code homeKey}; what was done before it leads here. Waiting within a stage is no step:
     * it would seem to cost nothing, and is worth what comes when the stage has changed.
     *
     * @return the step that this completes, or null if it is none
     */
    public @Nullable RescueStep decided(long homeKey, long decisionId, IssueStage stage, Meant meant) {
        Pending before = open.put(homeKey, new Pending(decisionId, stage.code(), meant));
        if (before != null && !(before.stage() == stage.code() && stage.since() == Action.NONE)) {
            add(before.stage(), stage.since(), stage.code());
            return before.step(stage.since(), stage.code());
        }
        return null;
    }

    /**
     * A decision of the parcel was settled, the parcel having ended.
     *
     * @param done what was really done because of that decision or after it
     * @return the step that this completes, or null if it is none
     */
    public @Nullable RescueStep ended(long homeKey, long decisionId, Action done, boolean delivered, boolean late) {
        Pending last = open.get(homeKey);
        if (last != null && last.decisionId() == decisionId) {
            open.remove(homeKey);
            int end = !delivered ? RescueStep.RETURNED : late ? RescueStep.LATE : RescueStep.DELIVERED;
            add(last.stage(), done, end);
            return last.step(done, end);
        }
        return null;
    }

    private void add(int stage, Action action, int next) {
        int at = size < MOST_STEPS ? size++ : oldest;
        if (size == MOST_STEPS) {
            oldest = (at + 1) % MOST_STEPS;
        }
        stages[at] = stage;
        actions[at] = (byte) action.ordinal();
        nexts[at] = next;
        policy = null;
    }

    /** How many steps are remembered. */
    public int size() {
        return size;
    }

    /** What is believed now, from the priors up: a function of the steps alone. O(s log s) in steps if one is new. */
    public RescuePolicy policy() {
        RescuePolicy known = policy;
        if (known == null) {
            RescueValues values = new RescueValues();
            for (Kind kind : kinds()) {
                values.take(kind.stage(), kind.action(), kind.next(), kind.times());
            }
            for (int sweep = 0; sweep < SWEEPS && size > 0; sweep++) {
                values.sweep();
            }
            known = values.policy();
            policy = known;
        }
        return known;
    }

    /** Equal steps, counted: of tens of thousands some hundreds differ. */
    private record Kind(int stage, int action, int next, int times) {}

    private List<Kind> kinds() {
        long[] codes = new long[size];
        for (int i = 0; i < size; i++) {
            codes[i] = code(i);
        }
        Arrays.sort(codes);
        List<Kind> kinds = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || codes[i] != codes[from]) {
                long code = codes[from];
                kinds.add(new Kind(
                        (int) (code >>> CODE_STAGE),
                        (int) (code >>> CODE_ACTION) & LOW_OCTET,
                        (int) (code & LOW_WORD) + RescueStep.LOWEST,
                        i - from));
                from = i;
            }
        }
        return kinds;
    }

    private long code(int i) {
        return (long) stages[i] << CODE_STAGE | (long) actions[i] << CODE_ACTION | (nexts[i] - RescueStep.LOWEST);
    }

    public void write(WireWriter out) {
        out.octet(WIRE_VERSION)
                .octet(RescueLevels.REASONS)
                .octet(RescueLevels.ACTIONS)
                .varint(size);
        for (int i = 0; i < size; i++) {
            int at = (oldest + i) % size;
            out.varint(stages[at]).octet(actions[at]).varint(nexts[at]);
        }
        out.varint(open.size());
        open.forEach((key, pending) -> out.fixed64(key)
                .varint(pending.decisionId())
                .varint(pending.stage())
                .octet(pending.meant().action().ordinal())
                .octet(pending.meant().level().ordinal()));
    }

    /** Reads what {@link #write} wrote. */
    public static RescueLearner read(WireReader in) {
        int wire = in.octet();
        if (wire != WITHOUT_MEANT) {
            WireVersions.require("rescue learner", wire, WIRE_VERSION);
        }
        WireVersions.require("rescue learner's reasons", in.octet(), RescueLevels.REASONS);
        WireVersions.require("rescue learner's actions", in.octet(), RescueLevels.ACTIONS);
        RescueLearner learner = new RescueLearner();
        int steps = in.varintAsInt();
        Action[] all = Action.values();
        for (int i = 0; i < steps; i++) {
            learner.add(in.varintAsInt(), all[in.octet()], in.varintAsInt());
        }
        int count = in.varintAsInt();
        for (int i = 0; i < count; i++) {
            long key = in.fixed64();
            long decisionId = in.varint();
            int stage = in.varintAsInt();
            Meant meant =
                    wire == WITHOUT_MEANT ? Meant.NOTHING : new Meant(all[in.octet()], Autonomy.values()[in.octet()]);
            learner.open.put(key, new Pending(decisionId, stage, meant));
        }
        return learner;
    }
}
