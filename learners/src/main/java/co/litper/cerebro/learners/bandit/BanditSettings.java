package co.litper.cerebro.learners.bandit;

/**
 * What a {@link Bandit} is: begin with {@link #linear} or {@link #logistic} and change what differs.
 *
 * @param contextWidth features that all arms share, at least 0
 * @param armWidth features of an arm itself, at least 0
 * @param layout which weights an arm's score has
 * @param reward what rewards may be
 * @param policy how belief becomes choice
 * @param ridge λ, evidence that weights are 0, in rewards per unit of a feature; above 0. Small means wide first beliefs
 * @param memoryRewards rewards of an arm (or of all arms, where they share weights) after which old ones count 1/e, above
 *     256; infinity never forgets
 * @param mostArms arms remembered with weights of their own; the one that has not learned for longest gives way
 * @param mostPending decisions whose reward is awaited; the oldest gives way
 * @param seed of chance where the caller gives no draw
 */
public record BanditSettings(
        int contextWidth,
        int armWidth,
        Layout layout,
        Reward reward,
        Policy policy,
        double ridge,
        double memoryRewards,
        int mostArms,
        int mostPending,
        long seed) {
    /** Widest row: its matrix of 2,048² doubles takes 32 MiB. */
    public static final int MOST_WIDTH = 2_048;

    private static final double USUAL_RIDGE = 0.25;
    private static final int USUAL_ARMS = 1_024;
    private static final int USUAL_PENDING = 65_536;

    public BanditSettings {
        if (contextWidth < 0 || armWidth < 0) {
            throw new IllegalArgumentException(
                    "contextWidth and armWidth must be at least 0, are " + contextWidth + ", " + armWidth);
        }
        if (layout.width(contextWidth, armWidth) > MOST_WIDTH) {
            throw new IllegalArgumentException("a row of " + layout + " has " + layout.width(contextWidth, armWidth)
                    + " values, at most " + MOST_WIDTH + " fit. Maybe hash rare features together.");
        }
        if (!(ridge > 0) || Double.isInfinite(ridge) || !(memoryRewards >= Evidence.REFRESH)) {
            throw new IllegalArgumentException("ridge must be above 0 and memoryRewards at least " + Evidence.REFRESH
                    + ", are " + ridge + ", " + memoryRewards);
        }
        if (mostArms < 1 || mostPending < 1) {
            throw new IllegalArgumentException(
                    "mostArms and mostPending must be at least 1, are " + mostArms + ", " + mostPending);
        }
    }

    /** Linear rewards around 0, an arm's own weights over the context, Thompson sampling, nothing forgotten. */
    public static BanditSettings linear(int contextWidth) {
        return new BanditSettings(
                contextWidth,
                0,
                Layout.PER_ARM,
                new Reward.Linear(0, 1),
                new Policy.Thompson(1, 0, USUAL_ARMS),
                USUAL_RIDGE,
                Double.POSITIVE_INFINITY,
                USUAL_ARMS,
                USUAL_PENDING,
                0);
    }

    /** As {@link #linear}, with rewards from {@code low} to {@code high} that are logistic in the context. */
    public static BanditSettings logistic(int contextWidth, double low, double high) {
        return linear(contextWidth).with(new Reward.Logistic(low, high, (low + high) / 2));
    }

    /** The same with another policy. */
    public BanditSettings with(Policy other) {
        return new BanditSettings(
                contextWidth, armWidth, layout, reward, other, ridge, memoryRewards, mostArms, mostPending, seed);
    }

    /** The same with another kind of reward. */
    public BanditSettings with(Reward other) {
        return new BanditSettings(
                contextWidth, armWidth, layout, other, policy, ridge, memoryRewards, mostArms, mostPending, seed);
    }

    /** The same with features of arms. */
    public BanditSettings with(Layout otherLayout, int otherArmWidth) {
        return new BanditSettings(
                contextWidth,
                otherArmWidth,
                otherLayout,
                reward,
                policy,
                ridge,
                memoryRewards,
                mostArms,
                mostPending,
                seed);
    }

    /** The same with another ridge. */
    public BanditSettings withRidge(double other) {
        return new BanditSettings(
                contextWidth, armWidth, layout, reward, policy, other, memoryRewards, mostArms, mostPending, seed);
    }

    /** The same with another memory, in rewards. */
    public BanditSettings withMemory(double rewards) {
        return new BanditSettings(
                contextWidth, armWidth, layout, reward, policy, ridge, rewards, mostArms, mostPending, seed);
    }

    /** The same with other bounds. */
    public BanditSettings withBounds(int arms, int pending) {
        return new BanditSettings(
                contextWidth, armWidth, layout, reward, policy, ridge, memoryRewards, arms, pending, seed);
    }

    /** The same with another seed. */
    public BanditSettings withSeed(long other) {
        return new BanditSettings(
                contextWidth, armWidth, layout, reward, policy, ridge, memoryRewards, mostArms, mostPending, other);
    }

    /** Values of a row. */
    int width() {
        return layout.width(contextWidth, armWidth);
    }
}
