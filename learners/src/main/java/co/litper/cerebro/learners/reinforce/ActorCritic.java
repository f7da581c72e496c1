package co.litper.cerebro.learners.reinforce;

import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;
import java.util.List;

/**
 * A policy that learns itself, with a critic that tells how much better than expected things went: two small networks.
 *
 * <p>Advantage actor–critic with n-step returns (V. Mnih et al., "Asynchronous methods for deep reinforcement learning", ICML 2016).
 * Rewards come late here, from episodes that an older policy played: returns are corrected by cut ratios of propensities as in V-trace
 * (L. Espeholt et al., "IMPALA", ICML 2018), and an episode of the present policy counts in full. Departures: ε is mixed into the policy
 * and into its gradient, so that propensities are exact and none vanishes; masks. Owned by one thread, reading included. A choice is
 * O(parameters); an episode O(steps × (parameters + ahead)). Deterministic by seed, also across {@link #toBytes()}.
 */
public final class ActorCritic {
    private static final int KIND = 0x41435443;
    private static final int VERSION = 1;
    /**
     * Errors of the critic beyond count linearly (Huber), in scaled rewards. So many usual returns, because a narrower loss leans towards the median:
     * rewards that are mostly good and sometimes very bad would be valued too high.
     */
    private static final double SQUARE_UP_TO = 10;
    /** Ratios of propensities are cut here. */
    private static final double MOST_RATIO = 1;

    /**
     * What it is: begin with {@link #of} and change what differs.
     *
     * @param width features of a situation, at least 1
     * @param actions at least 1
     * @param hidden units of each hidden layer, of either network
     * @param actorStep of Adam, above 0
     * @param criticStep of Adam, above 0
     * @param ahead steps that a return looks forward before it trusts the critic, at least 1
     * @param batch episodes learned with one step of Adam, at least 1
     * @param entropy what an even policy is worth, in scaled rewards, at least 0; keeps it from settling too early
     * @param rate ε mixed into the policy, 0 to 1
     * @param rewardScale size of a usual return, by which rewards are divided, finite and at least {@link DqnSettings#LEAST_SCALE}
     * @param seed of first weights
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Settings(
            int width,
            int actions,
            int[] hidden,
            double actorStep,
            double criticStep,
            int ahead,
            int batch,
            double entropy,
            double rate,
            double rewardScale,
            long seed) {
        public Settings {
            boolean sound = width >= 1
                    && actions >= 1
                    && isStep(actorStep)
                    && isStep(criticStep)
                    && rewardScale >= DqnSettings.LEAST_SCALE
                    && Double.isFinite(rewardScale)
                    && ahead >= 1
                    && batch >= 1
                    && entropy >= 0
                    && Double.isFinite(entropy)
                    && rate >= 0
                    && rate <= 1;
            if (!sound) {
                throw new IllegalArgumentException("width, actions, ahead and batch must be at least 1; steps"
                        + " finite and above 0; rewardScale finite and at least 1e-9; entropy at least 0; rate 0 to 1;"
                        + " are " + width + ", "
                        + actions + ", " + ahead + ", " + batch + "; " + actorStep + ", " + criticStep + ", "
                        + rewardScale + "; " + entropy + "; " + rate);
            }
            Network.sizes(width, hidden, actions);
        }

        private static boolean isStep(double step) {
            return step > 0 && Double.isFinite(step);
        }

        /**
         * Two layers of 32 units, eight steps ahead, four episodes a step; steps and entropy were chosen on the known problems.
         *
         * @param rewardScale size of a usual return, in the unit of the rewards
         */
        public static Settings of(int width, int actions, double rewardScale) {
            return new Settings(width, actions, new int[] {32, 32}, 3e-3, 3e-3, 8, 4, 0.03, 0.02, rewardScale, 1);
        }

        /** The same with another seed. */
        public Settings withSeed(long other) {
            return new Settings(
                    width, actions, hidden, actorStep, criticStep, ahead, batch, entropy, rate, rewardScale, other);
        }

        /** The same with other exploration. */
        public Settings withExploration(double otherEntropy, double otherRate) {
            return new Settings(
                    width,
                    actions,
                    hidden,
                    actorStep,
                    criticStep,
                    ahead,
                    batch,
                    otherEntropy,
                    otherRate,
                    rewardScale,
                    seed);
        }
    }

    private static final Explorer WITHOUT_EPSILON = new Explorer.Softmax(1, 0);

    private final Settings settings;
    private final Explorer explorer;
    private final Network actor;
    private final Network critic;
    private final Adam actorAdam;
    private final Adam criticAdam;
    private long episodes;
    private int rows;

    /** A policy that is nearly even. */
    public ActorCritic(Settings settings) {
        this.settings = settings;
        explorer = new Explorer.Softmax(1, settings.rate());
        SplitMix random = new SplitMix(settings.seed());
        actor = new Network(Network.sizes(settings.width(), settings.hidden(), settings.actions()), random);
        critic = new Network(Network.sizes(settings.width(), settings.hidden(), 1), random);
        actorAdam = new Adam(actor.parameters().length, settings.actorStep());
        criticAdam = new Adam(critic.parameters().length, settings.criticStep());
    }

    /**
     * Draws an action.
     *
     * @param features [width] finite
     * @param allowed [actions] at least one
     * @param unit a uniform draw in [0, 1)
     * @return the action, its exact propensity and the whole distribution
     */
    public Choice choose(float[] features, boolean[] allowed, double unit) {
        require(features, allowed);
        return explorer.choose(actor.forward(features), allowed, unit);
    }

    /** The distribution from which {@link #choose} draws. */
    public double[] distribution(float[] features, boolean[] allowed) {
        require(features, allowed);
        return explorer.distribution(actor.forward(features), allowed);
    }

    /** What the critic expects of a situation until the episode's end. */
    public double value(float[] features) {
        Inputs.requireRow("features", features, settings.width());
        return critic.forward(features)[0] * settings.rewardScale();
    }

    private void require(float[] features, boolean[] allowed) {
        Inputs.requireRow("features", features, settings.width());
        Inputs.requireMask("mask", allowed, settings.actions());
    }

    /** Learns an episode; throws {@link BadTransitionException}, and learns nothing, if a step does not fit. */
    public void learn(Episode episode) {
        episode.require(settings.width(), settings.actions());
        List<Step> steps = episode.steps();
        double[][] policies = new double[steps.size()][];
        for (int t = 0; t < policies.length; t++) {
            policies[t] = explorer.distribution(
                    actor.forward(steps.get(t).features()), steps.get(t).allowed());
        }
        double[] advantages = advantages(episode, policies);
        for (int t = 0; t < policies.length; t++) {
            double trust = ratio(steps.get(t), policies[t]);
            pushCritic(steps.get(t), trust * advantages[t]);
            pushActor(steps.get(t), policies[t], trust * advantages[t]);
        }
        rows += policies.length;
        episodes++;
        if (episodes % settings.batch() == 0) {
            actorAdam.step(actor, rows);
            criticAdam.step(critic, rows);
            rows = 0;
        }
    }

    private static double ratio(Step step, double[] policy) {
        return Math.min(MOST_RATIO, policy[step.action()] / step.propensity());
    }

    /** How much better each step went than the critic expected, looking ahead, in scaled rewards. */
    private double[] advantages(Episode episode, double[][] policies) {
        List<Step> steps = episode.steps();
        int n = steps.size();
        double[] values = new double[n + 1];
        for (int t = 0; t < n; t++) {
            values[t] = critic.forward(steps.get(t).features())[0];
        }
        values[n] = episode.isEnded() ? 0 : critic.forward(episode.next())[0];
        double[] advantages = new double[n];
        for (int t = 0; t < n; t++) {
            double factor = 1;
            for (int k = t; k < Math.min(n, t + settings.ahead()); k++) {
                Step step = steps.get(k);
                double trust = k == t ? 1 : ratio(step, policies[k]);
                double surprise = step.reward() / settings.rewardScale() + step.discount() * values[k + 1] - values[k];
                advantages[t] += factor * trust * surprise;
                factor *= trust * step.discount();
            }
        }
        return advantages;
    }

    private void pushCritic(Step step, double better) {
        critic.forward(step.features());
        critic.outputSlopes()[0] = Math.clamp(-better, -SQUARE_UP_TO, SQUARE_UP_TO);
        critic.backward();
    }

    /** Ascends advantage × log π + entropy, where π is ε ÷ allowed + (1 − ε) softmax of the scores. */
    private void pushActor(Step step, double[] policy, double better) {
        double[] scores = actor.forward(step.features());
        double[] softmax = WITHOUT_EPSILON.distribution(scores, step.allowed());
        double[] surprise = new double[policy.length];
        double mean = 0;
        for (int a = 0; a < policy.length; a++) {
            surprise[a] = policy[a] > 0 ? -settings.entropy() * (Math.log(policy[a]) + 1) : 0;
            mean += softmax[a] * surprise[a];
        }
        int action = step.action();
        // softmax ÷ π is at most 1 ÷ (1 − ε), however rare the action: the slope stays finite.
        double pull = policy[action] > 0 ? better * softmax[action] / policy[action] : 0;
        double[] slopes = actor.outputSlopes();
        for (int a = 0; a < policy.length; a++) {
            double up = pull * ((a == action ? 1 : 0) - softmax[a]) + softmax[a] * (surprise[a] - mean);
            slopes[a] = -(1 - settings.rate()) * up;
        }
        actor.backward();
    }

    /** Episodes learned. */
    public long episodes() {
        return episodes;
    }

    /** Versioned bytes, a batch that is not full included; settings are the program's, but sizes are checked. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION).int64(episodes).int32(rows);
        actor.write(out);
        critic.write(out);
        out.doubles(actor.gradient()).doubles(critic.gradient());
        actorAdam.write(out);
        criticAdam.write(out);
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else or other sizes. */
    public static ActorCritic fromBytes(byte[] bytes, Settings settings) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        ActorCritic made = new ActorCritic(settings);
        made.episodes = in.int64();
        made.rows = in.int32();
        made.actor.read(in);
        made.critic.read(in);
        if (made.rows < 0
                || in.doublesInto(made.actor.gradient()) != made.actor.gradient().length
                || in.doublesInto(made.critic.gradient()) != made.critic.gradient().length) {
            throw new SnapshotException("snapshot ACTC has gradients of other networks than the settings ask for");
        }
        made.actorAdam.read(in);
        made.criticAdam.read(in);
        return made;
    }

    @Override
    public String toString() {
        return "ActorCritic of " + episodes + " episodes, layers " + Arrays.toString(settings.hidden());
    }
}
