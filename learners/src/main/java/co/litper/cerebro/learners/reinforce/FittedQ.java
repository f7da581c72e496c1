package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.List;

/**
 * What actions are worth, learned from a log at once: in each round every logged step is given its reward plus what the round
 * before says of the situation after it, and a regression is fitted to that. Immutable and thread-safe; {@link #q} is O(actions × model)
 * and allocates nothing.
 *
 * <p>D. Ernst, P. Geurts and L. Wehenkel, "Tree-based batch mode reinforcement learning", JMLR 6, 2005. Departures: one model an
 * action; transitions may have weights, masks and discounts of their own; a ridge stays in the range of its targets; with
 * {@link Backup.Doubled} two sets of models, each fitted to half of the log, choose and value for each other; with {@link
 * Backup.Expected} it evaluates a policy (H. Le, C. Voloshin and Y. Yue, "Batch policy learning under constraints", ICML 2019).
 *
 * <p>What the log hardly tried is not promised anything: an action of less weight than {@link Settings#leastWeight} counts just below
 * the worst of the others, so that an explorer may try it and no round builds on it.
 */
public final class FittedQ implements ActionValues {
    private static final int KIND = 0x46495451;
    private static final int VERSION = 1;

    /** Transitions of a log at most. */
    public static final int MOST_TRANSITIONS = 1_000_000;

    /** Actions at most. */
    public static final int MOST_ACTIONS = 64;

    /**
     * How a log is learned.
     *
     * @param width features of a situation, at least 1
     * @param actions 1 to {@link #MOST_ACTIONS}
     * @param regressor how values generalise over features
     * @param backup what the next situation counts for
     * @param rounds as many as an episode has steps, or more; 1 learns immediate rewards only
     * @param leastWeight weight of an action in the log, in each half if doubled, below which its values are not used; above 0
     * @param seed of trees and halves
     */
    public record Settings(
            int width, int actions, Regressor regressor, Backup backup, int rounds, double leastWeight, long seed) {
        private static final int MOST_ROUNDS = 1_000;
        private static final double USUAL_WEIGHT = 20;

        public Settings {
            boolean sound = width >= 1
                    && actions >= 1
                    && actions <= MOST_ACTIONS
                    && rounds >= 1
                    && rounds <= MOST_ROUNDS
                    && leastWeight > 0;
            if (!sound) {
                throw new IllegalArgumentException("width must be at least 1, actions 1 to " + MOST_ACTIONS
                        + ", rounds 1 to " + MOST_ROUNDS + ", leastWeight above 0; are " + width + ", " + actions + ", "
                        + rounds + ", " + leastWeight);
            }
            int columns = Columns.count(width, isCrossed(regressor));
            if (!(regressor instanceof Regressor.Trees) && columns > Columns.MOST) {
                throw new IllegalArgumentException("a ridge of " + width + " features has " + columns
                        + " columns, at most " + Columns.MOST + " fit. Maybe without products.");
            }
        }

        /** Whether a line sees products of features. */
        boolean isCrossed() {
            return isCrossed(regressor);
        }

        private static boolean isCrossed(Regressor regressor) {
            return regressor instanceof Regressor.Ridge(double _, boolean crossed) && crossed;
        }

        /** Trees and the best action, for episodes of at most {@code steps}. */
        public static Settings of(int width, int actions, int steps) {
            return new Settings(width, actions, Regressor.Trees.USUAL, new Backup.Best(), steps, USUAL_WEIGHT, 1);
        }

        /** The same with another regressor. */
        public Settings with(Regressor other) {
            return new Settings(width, actions, other, backup, rounds, leastWeight, seed);
        }

        /** The same with another backup. */
        public Settings with(Backup other) {
            return new Settings(width, actions, regressor, other, rounds, leastWeight, seed);
        }

        /** The same with another least weight. */
        public Settings withLeastWeight(double other) {
            return new Settings(width, actions, regressor, backup, rounds, other, seed);
        }

        /** The same with another seed. */
        public Settings withSeed(long other) {
            return new Settings(width, actions, regressor, backup, rounds, leastWeight, other);
        }
    }

    private final int width;
    /** [halves][actions]; where an action is not supported an empty ridge or tree stands in. */
    private final RowModel[][] models;

    private final double[] weights;
    private final boolean[] supported;
    private final double lastChange;

    FittedQ(int width, RowModel[][] models, double[] weights, boolean[] supported, double lastChange) {
        this.width = width;
        this.models = models;
        this.weights = weights;
        this.supported = supported;
        this.lastChange = lastChange;
    }

    /**
     * Learns a log. O(rounds × fit), where a fit of trees is O(trees × rows × features × depth) and of a ridge O(rows × columns).
     *
     * @param log at most {@link #MOST_TRANSITIONS}, in any order, of any policy that tried what is to be learned
     * @throws BadTransitionException if a transition does not fit the settings, or no action has weight enough
     */
    public static FittedQ fit(List<Transition> log, Settings settings) {
        return new Fit(log, settings).run();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int actions() {
        return weights.length;
    }

    @Override
    public void q(float[] features, double[] out) {
        Inputs.requireRow("features", features, width);
        Inputs.requireRoom(out, weights.length);
        fill(models[0], supported, features, out);
        if (models.length == 2) {
            for (int a = 0; a < out.length; a++) {
                out[a] = supported[a] ? (out[a] + models[1][a].predict(features)) / 2 : out[a];
            }
            holdBack(supported, out);
        }
    }

    /** Values by one set of models; unsupported actions just below the worst. */
    static void fill(RowModel[] models, boolean[] supported, float[] features, double[] out) {
        for (int a = 0; a < out.length; a++) {
            out[a] = supported[a] ? models[a].predict(features) : 0;
        }
        holdBack(supported, out);
    }

    private static void holdBack(boolean[] supported, double[] out) {
        double worst = Double.POSITIVE_INFINITY;
        for (int a = 0; a < out.length; a++) {
            worst = supported[a] ? Math.min(worst, out[a]) : worst;
        }
        for (int a = 0; a < out.length; a++) {
            out[a] = supported[a] ? out[a] : Math.nextDown(worst);
        }
    }

    /** Weight of an action in the log. */
    public double weight(int action) {
        return weights[action];
    }

    /** Whether the log tried an action often enough for its value to be used. */
    public boolean isSupported(int action) {
        return supported[action];
    }

    /** How far targets moved in the last round, mean size, in the unit of rewards: what more rounds might still change. */
    public double lastChange() {
        return lastChange;
    }

    /** Versioned bytes of the whole function. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .int32(width)
                .int32(weights.length)
                .int32(models.length)
                .float64(lastChange)
                .doubles(weights);
        for (int a = 0; a < weights.length; a++) {
            out.int32(supported[a] ? 1 : 0);
            for (RowModel[] half : models) {
                if (supported[a]) {
                    write(half[a], out);
                }
            }
        }
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static FittedQ fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int width = in.int32();
        int actions = in.int32();
        int halves = in.int32();
        double lastChange = in.float64();
        double[] weights = in.doubles();
        if (width < 1
                || actions < 1
                || actions > MOST_ACTIONS
                || weights.length != actions
                || halves < 1
                || halves > 2) {
            throw new SnapshotException(
                    "snapshot FITQ claims " + width + " features, " + actions + " actions, " + halves + " halves");
        }
        RowModel[][] models = new RowModel[halves][actions];
        boolean[] supported = new boolean[actions];
        for (int a = 0; a < actions; a++) {
            supported[a] = in.int32() == 1;
            for (int h = 0; h < halves && supported[a]; h++) {
                models[h][a] = read(in, width);
            }
        }
        return new FittedQ(width, models, weights, supported, lastChange);
    }

    private static void write(RowModel model, SnapshotWriter out) {
        switch (model) {
            case RidgeModel _ -> out.int32(0);
            case TreeEnsemble _ -> out.int32(1);
        }
        model.write(out);
    }

    private static RowModel read(SnapshotReader in, int width) {
        int kind = in.int32();
        return switch (kind) {
            case 0 -> RidgeModel.read(in, width);
            case 1 -> TreeEnsemble.read(in, width);
            default -> throw new SnapshotException("snapshot FITQ has a model of kind " + kind);
        };
    }
}
