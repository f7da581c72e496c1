package co.litper.cerebro.learners.bandit;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * A contextual bandit: draws an arm with a known probability, remembers the decision, and learns when its reward comes.
 *
 * <p>Weights are believed normally distributed (see {@link Reward}) and shared as {@link Layout} says; {@link Policy} turns
 * belief into probabilities. Owned by one thread. A choice costs O(arms × width × nonzero) and allocates only its result; a
 * reward costs O(width²); memory is O(mostArms × width² + mostPending × width), taken as it is needed. Bad input throws
 * {@link BadChoiceException} and changes nothing. The same settings, offers and rewards give the same choices, bit by bit,
 * also across {@link #toBytes()}.
 */
public final class Bandit {
    private static final int KIND = 0x424E4454;
    private static final int VERSION = 1;

    private final BanditSettings settings;
    private final ArmMemory memory;
    private final Beliefs beliefs;
    private PendingDecisions pending;
    private long rewards;

    /** A bandit that knows nothing yet. */
    public Bandit(BanditSettings settings) {
        this.settings = settings;
        this.memory = new ArmMemory(settings);
        this.beliefs = new Beliefs(settings, memory);
        this.pending = new PendingDecisions(settings.mostPending());
    }

    /** What happened to a reward. */
    public enum Receipt {
        /** It was learned, or said to be missing, and its decision is closed. */
        CLOSED,
        /** No such decision is open: it was closed before, gave way to newer ones, or never was. */
        UNKNOWN
    }

    /**
     * Draws an arm, by chance that follows from seed and decision.
     *
     * @param decision identity of this choice, under which its reward will come; not open already
     * @throws BadChoiceException if the offer has wrong widths, numbers that are not finite, no arm, or an arm twice
     */
    public Choice choose(long decision, Offer offer) {
        return choose(decision, offer, Mix.unit(Mix.of(settings.seed(), decision)));
    }

    /**
     * Draws an arm.
     *
     * @param unit a uniform draw in [0, 1), independent of everything before
     */
    public Choice choose(long decision, Offer offer, double unit) {
        if (pending.contains(decision)) {
            throw new BadChoiceException("decision " + decision + " is open already. Maybe its event came twice.");
        }
        double[] distribution = new double[offer.arms().length];
        int best = beliefs.spread(offer, decision, rewards, distribution);
        Choice choice = Choice.draw(distribution, best, beliefs.error(), unit);
        float[] row = pending.add(decision, offer.arms()[choice.index()], settings.width());
        settings.layout().fill(offer.context(), offer.features()[choice.index()], row);
        return choice;
    }

    /**
     * The distribution from which {@link #choose} would draw now; nothing is remembered. For judging this policy on
     * another's log. A Thompson sampler that needs Monte-Carlo draws as decision 0 would.
     */
    public double[] distribution(Offer offer) {
        double[] distribution = new double[offer.arms().length];
        beliefs.spread(offer, 0, rewards, distribution);
        return distribution;
    }

    /** Writes the reward expected of each arm into {@code out}, one an arm. */
    public void values(Offer offer, double[] out) {
        beliefs.values(offer, out);
    }

    /** The reward of a decision came. Weight 1 ÷ propensity is not needed: a regression in each arm is not biased by choice. */
    public Receipt reward(long decision, double reward) {
        settings.reward().require(reward);
        int slot = pending.find(decision);
        if (slot == LongSlots.NONE) {
            return Receipt.UNKNOWN;
        }
        memory.learn(pending.arm(slot), pending.row(slot), reward);
        rewards++;
        pending.close(slot);
        return Receipt.CLOSED;
    }

    /** The reward of a decision will never come; nothing is learned. */
    public Receipt missing(long decision) {
        int slot = pending.find(decision);
        if (slot == LongSlots.NONE) {
            return Receipt.UNKNOWN;
        }
        pending.close(slot);
        return Receipt.CLOSED;
    }

    /**
     * Learns from somebody else's decision, such as a row of a log.
     *
     * @param index which arm of the offer was taken
     */
    public void learn(Offer offer, int index, double reward) {
        offer.require(settings.contextWidth(), settings.armWidth());
        if (index < 0 || index >= offer.arms().length) {
            throw new BadChoiceException("arm " + index + " of " + offer.arms().length + " offered");
        }
        settings.reward().require(reward);
        memory.learn(offer.arms()[index], beliefs.row(offer, index), reward);
        rewards++;
    }

    /**
     * Takes in what {@code worker} learned since it was {@code base}, from which this one descends as well. Sums add up, so
     * that linear rewards learned by several workers give the belief that one worker would have (to rounding; a logistic
     * reward was linearised where its worker stood). With forgetting, what others learned meanwhile is not aged by it. Open
     * decisions stay with the worker that made them.
     *
     * @throws BadChoiceException if widths or layouts differ
     */
    public void absorb(Bandit worker, Bandit base) {
        if (worker == this || !memory.fits(worker.memory) || !memory.fits(base.memory)) {
            throw new BadChoiceException(
                    "only another bandit of the same layout, widths and reward can be taken in: this is " + settings
                            + ", the worker " + worker.settings + ", the base " + base.settings);
        }
        memory.absorb(worker.memory, base.memory);
        rewards += worker.rewards - base.rewards;
    }

    /** A worker that believes the same and has no open decisions. */
    public Bandit fork() {
        Bandit fork = new Bandit(settings);
        fork.memory.copy(memory);
        fork.rewards = rewards;
        return fork;
    }

    /** Rewards learned. */
    public long rewards() {
        return rewards;
    }

    /** Decisions whose reward is awaited. */
    public int pending() {
        return pending.size();
    }

    /** Decisions that gave way to newer ones before their reward came. */
    public long expired() {
        return pending.expired();
    }

    /** Arms with weights of their own; 0 where they share them. */
    public int arms() {
        return memory.arms();
    }

    /** Versioned bytes; settings are the program's and not among them, but their widths and layout are checked. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION)
                .int32(settings.layout().ordinal())
                .int32(settings.contextWidth())
                .int32(settings.armWidth())
                .int64(rewards);
        memory.write(out);
        pending.write(out);
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else or other widths. */
    public static Bandit fromBytes(byte[] bytes, BanditSettings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        int layout = in.int32();
        int contextWidth = in.int32();
        int armWidth = in.int32();
        if (layout != settings.layout().ordinal()
                || contextWidth != settings.contextWidth()
                || armWidth != settings.armWidth()) {
            throw new SnapshotException("snapshot BNDT has layout " + layout + " and widths " + contextWidth + " + "
                    + armWidth + ", settings have " + settings.layout().ordinal() + " and " + settings.contextWidth()
                    + " + " + settings.armWidth());
        }
        Bandit bandit = new Bandit(settings);
        bandit.rewards = in.int64();
        bandit.memory.read(in);
        bandit.pending = PendingDecisions.read(in, settings.mostPending(), settings.width());
        return bandit;
    }
}
