package co.litper.cerebro.learners.reinforce;

/**
 * What a {@link DoubleDqn} is: begin with {@link #of} and change what differs.
 *
 * @param replay widths and what is remembered
 * @param hidden units of each hidden layer, at least one layer
 * @param backup what the next situation counts for; {@link Backup.Doubled} is the paper's
 * @param step of Adam, above 0
 * @param batch transitions of a training, at least 1
 * @param trainEvery transitions learned between two trainings, at least 1
 * @param warmUp transitions learned before the first training, at least 1
 * @param follow share of the way to the network that the slower copy goes with each training, above 0 to 1
 * @param beta how far the preference of the memory is undone at first, 0 to 1
 * @param betaSteps trainings until it is undone wholly, at least 1
 * @param rewardScale size of a usual return, by which rewards are divided, finite and at least {@link #LEAST_SCALE}
 * @param seed of first weights and draws
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record DqnSettings(
        PrioritisedReplay.Settings replay,
        int[] hidden,
        Backup backup,
        double step,
        int batch,
        int trainEvery,
        int warmUp,
        double follow,
        double beta,
        long betaSteps,
        double rewardScale,
        long seed) {
    /** Least reward scale, so that the largest reward stays a number whose square is finite. */
    public static final double LEAST_SCALE = 1e-9;

    public DqnSettings {
        boolean sound = step > 0
                && Double.isFinite(step)
                && batch >= 1
                && trainEvery >= 1
                && warmUp >= 1
                && follow > 0
                && follow <= 1
                && beta >= 0
                && beta <= 1
                && betaSteps >= 1
                && rewardScale >= LEAST_SCALE
                && Double.isFinite(rewardScale);
        if (!sound) {
            throw new IllegalArgumentException(
                    "step must be finite and above 0; rewardScale finite and at least 1e-9; batch, trainEvery, warmUp and"
                            + " betaSteps at least 1; follow above 0 to 1; beta 0 to 1; are " + step + ", "
                            + rewardScale + "; "
                            + batch + ", " + trainEvery + ", " + warmUp + ", " + betaSteps + "; " + follow + "; "
                            + beta);
        }
        Network.sizes(replay.width(), hidden, replay.actions());
    }

    /**
     * Two layers of 32 units, a memory of 100,000, a training of 32 every second transition.
     *
     * @param rewardScale size of a usual return, in the unit of the rewards
     */
    public static DqnSettings of(int width, int actions, double rewardScale) {
        return new DqnSettings(
                new PrioritisedReplay.Settings(width, actions, PrioritisedReplay.MOST_CAPACITY, 0.6),
                new int[] {32, 32},
                new Backup.Doubled(),
                1e-3,
                32,
                2,
                500,
                0.01,
                0.4,
                10_000,
                rewardScale,
                1);
    }

    /** The same with other hidden layers. */
    public DqnSettings withHidden(int... other) {
        return new DqnSettings(
                replay, other, backup, step, batch, trainEvery, warmUp, follow, beta, betaSteps, rewardScale, seed);
    }

    /** The same with another step of Adam. */
    public DqnSettings withStep(double other) {
        return new DqnSettings(
                replay, hidden, backup, other, batch, trainEvery, warmUp, follow, beta, betaSteps, rewardScale, seed);
    }

    /** The same with another memory. */
    public DqnSettings withCapacity(int other) {
        return new DqnSettings(
                new PrioritisedReplay.Settings(replay.width(), replay.actions(), other, replay.alpha()),
                hidden,
                backup,
                step,
                batch,
                trainEvery,
                warmUp,
                follow,
                beta,
                betaSteps,
                rewardScale,
                seed);
    }

    /** The same with another seed. */
    public DqnSettings withSeed(long other) {
        return new DqnSettings(
                replay, hidden, backup, step, batch, trainEvery, warmUp, follow, beta, betaSteps, rewardScale, other);
    }

    /** Units by layer, inputs first. */
    int[] sizes() {
        return Network.sizes(replay.width(), hidden, replay.actions());
    }
}
