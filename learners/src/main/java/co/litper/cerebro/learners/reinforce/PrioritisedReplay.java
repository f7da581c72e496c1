package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;

/**
 * The newest transitions, drawn more often the more there is to learn from them.
 *
 * <p>T. Schaul, J. Quan, I. Antonoglou and D. Silver, "Prioritized experience replay", ICLR 2016, proportional variant: priority (error +
 * offset)^α, a new transition as high as the highest so far, stratified draws, weights (n × probability)^−β. Departure: weights are
 * scaled by the largest of the draw rather than of the memory. The oldest gives way when it is full. Adding and drawing are
 * O(log capacity) and allocate nothing once there is room; memory is O(capacity × width), taken as it is needed. One thread.
 */
public final class PrioritisedReplay {
    /** Transitions kept at most. */
    public static final int MOST_CAPACITY = 100_000;
    /** Actions at most: a mask is a {@code long}. */
    public static final int MOST_ACTIONS = 64;

    private static final int KIND = 0x52504C59;
    private static final int VERSION = 1;
    private static final int FIRST_ROOM = 64;
    private static final int MOST_VALUES = 100_000_000;
    private static final double OFFSET = 1e-3;

    /**
     * What is kept.
     *
     * @param width features of a situation, at least 1
     * @param actions 1 to {@link #MOST_ACTIONS}
     * @param capacity 1 to {@link #MOST_CAPACITY}
     * @param alpha how much priority counts, 0 (not at all) to 1
     */
    public record Settings(int width, int actions, int capacity, double alpha) {
        public Settings {
            boolean sound = width >= 1
                    && actions >= 1
                    && actions <= MOST_ACTIONS
                    && capacity >= 1
                    && capacity <= MOST_CAPACITY
                    && (long) width * capacity <= MOST_VALUES
                    && alpha >= 0
                    && alpha <= 1;
            if (!sound) {
                throw new IllegalArgumentException("width must be at least 1, actions 1 to " + MOST_ACTIONS
                        + ", capacity 1 to " + MOST_CAPACITY + ", width × capacity at most " + MOST_VALUES
                        + ", alpha 0 to 1; are " + width + ", " + actions + ", " + capacity + ", " + alpha);
            }
        }
    }

    private final Settings settings;
    private final SumTree tree;
    private float[] features = {};
    private float[] nexts = {};
    private int[] taken = {};
    private double[] rewards = {};
    private double[] discounts = {};
    private double[] weights = {};
    /** Bits of allowed actions; 0 where the episode ended. */
    private long[] masks = {};

    private int size;
    private int oldest;
    private double highest = 1;

    /** An empty memory. */
    public PrioritisedReplay(Settings settings) {
        this.settings = settings;
        this.tree = new SumTree(settings.capacity());
    }

    /** Transitions kept. */
    public int size() {
        return size;
    }

    /** Remembers a transition; throws {@link BadTransitionException} if it does not fit. Returns its slot. */
    public int add(Transition t) {
        t.require(settings.width(), settings.actions());
        int slot = size < settings.capacity() ? append() : oldest;
        oldest = size < settings.capacity() ? 0 : (slot + 1) % settings.capacity();
        int width = settings.width();
        System.arraycopy(t.features(), 0, features, slot * width, width);
        Arrays.fill(nexts, slot * width, (slot + 1) * width, 0);
        System.arraycopy(t.next(), 0, nexts, slot * width, t.next().length);
        taken[slot] = t.action();
        rewards[slot] = t.reward();
        discounts[slot] = t.discount();
        weights[slot] = t.weight();
        masks[slot] = bits(t.nextMask());
        tree.set(slot, highest);
        return slot;
    }

    private int append() {
        if (size == taken.length) {
            int room = Math.min(settings.capacity(), Math.max(FIRST_ROOM, size * 2));
            features = Arrays.copyOf(features, room * settings.width());
            nexts = Arrays.copyOf(nexts, room * settings.width());
            taken = Arrays.copyOf(taken, room);
            rewards = Arrays.copyOf(rewards, room);
            discounts = Arrays.copyOf(discounts, room);
            weights = Arrays.copyOf(weights, room);
            masks = Arrays.copyOf(masks, room);
        }
        return size++;
    }

    private static long bits(boolean[] mask) {
        long bits = 0;
        for (int a = 0; a < mask.length; a++) {
            bits |= mask[a] ? 1L << a : 0;
        }
        return bits;
    }

    /**
     * Draws slots, with repetition, one from each of as many equal shares of all priority.
     *
     * @param slots [n] where they are written
     * @param correction [n] where their importance weights are written, the largest 1, times the transition's own weight
     * @param beta how far the preference is undone, 0 to 1
     * @throws BadTransitionException if nothing is kept, or lengths or β are out of range
     */
    public void draw(int[] slots, double[] correction, double beta, SplitMix random) {
        if (size == 0 || slots.length == 0 || correction.length != slots.length || !(beta >= 0 && beta <= 1)) {
            throw new BadTransitionException("cannot draw " + slots.length + " of " + size + " into "
                    + correction.length + " weights with beta " + beta);
        }
        double share = tree.total() / slots.length;
        double largest = 0;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = Math.min(size - 1, tree.find((i + random.nextDouble()) * share));
            correction[i] = Math.pow(size * tree.get(slots[i]) / tree.total(), -beta);
            largest = Math.max(largest, correction[i]);
        }
        for (int i = 0; i < slots.length; i++) {
            correction[i] *= weights[slots[i]] / largest;
        }
    }

    /** Tells what error a drawn transition had, at least 0 and finite. */
    public void tell(int slot, double error) {
        if (slot < 0 || slot >= size || !(error >= 0) || Double.isInfinite(error)) {
            throw new BadTransitionException("slot " + slot + " of " + size + " cannot have the error " + error);
        }
        double priority = Math.pow(error + OFFSET, settings.alpha());
        highest = Math.max(highest, priority);
        tree.set(slot, priority);
    }

    /** Probability that one draw takes {@code slot}. */
    public double probability(int slot) {
        return tree.get(slot) / tree.total();
    }

    /** Copies the situation of {@code slot} into {@code out}, [width]. */
    public void features(int slot, float[] out) {
        System.arraycopy(features, slot * settings.width(), out, 0, settings.width());
    }

    /** Copies the next situation of {@code slot}, zeros if the episode ended, and which actions it allows. */
    public void next(int slot, float[] out, boolean[] allowed) {
        System.arraycopy(nexts, slot * settings.width(), out, 0, settings.width());
        for (int a = 0; a < allowed.length; a++) {
            allowed[a] = (masks[slot] >>> a & 1) == 1;
        }
    }

    /** The action taken in {@code slot}. */
    public int action(int slot) {
        return taken[slot];
    }

    /** The reward of {@code slot}. */
    public double reward(int slot) {
        return rewards[slot];
    }

    /** The factor on what comes after {@code slot}. */
    public double discount(int slot) {
        return discounts[slot];
    }

    /** Whether the episode ended with {@code slot}. */
    public boolean isTerminal(int slot) {
        return masks[slot] == 0;
    }

    /** Versioned bytes of all that is kept; settings are the program's, but widths are checked. */
    public byte[] toBytes() {
        int width = settings.width();
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .int32(width)
                .int32(settings.actions())
                .int32(size)
                .int32(oldest)
                .float64(highest)
                .floats(Arrays.copyOf(features, size * width))
                .floats(Arrays.copyOf(nexts, size * width))
                .doubles(rewards, size)
                .doubles(discounts, size)
                .doubles(weights, size);
        for (int slot = 0; slot < size; slot++) {
            out.int32(taken[slot]).int64(masks[slot]).float64(tree.get(slot));
        }
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else or other settings. */
    public static PrioritisedReplay fromBytes(byte[] bytes, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int width = in.int32();
        int actions = in.int32();
        int size = in.int32();
        int oldest = in.int32();
        boolean fits = width == settings.width()
                && actions == settings.actions()
                && size >= 0
                && size <= settings.capacity()
                && (oldest == 0 || size == settings.capacity() && oldest > 0 && oldest < size);
        if (!fits) {
            throw new SnapshotException("snapshot RPLY has " + size + " transitions of " + width + " features and "
                    + actions + " actions, the settings are " + settings);
        }
        PrioritisedReplay replay = new PrioritisedReplay(settings);
        replay.size = size;
        replay.oldest = oldest;
        replay.read(in);
        return replay;
    }

    private void read(SnapshotReader in) {
        highest = in.float64();
        features = in.floats();
        nexts = in.floats();
        rewards = in.doubles();
        discounts = in.doubles();
        weights = in.doubles();
        int values = size * settings.width();
        if (features.length != values
                || nexts.length != values
                || rewards.length != size
                || discounts.length != size
                || weights.length != size) {
            throw new SnapshotException(
                    "snapshot RPLY of " + size + " transitions has " + features.length + " features");
        }
        taken = new int[size];
        masks = new long[size];
        for (int slot = 0; slot < size; slot++) {
            taken[slot] = in.int32();
            masks[slot] = in.int64();
            tree.set(slot, in.float64());
        }
    }
}
