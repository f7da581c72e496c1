package co.litper.cerebro.learners.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BanditTest {
    private static final long SEED = 5;
    private static final int ROUNDS = 2_000;
    private static final int WIDTH = 3;

    private static List<Policy> policies() {
        return List.of(
                new Policy.Explore(new Explorer.EpsilonGreedy(0.1)),
                new Policy.Explore(new Explorer.Softmax(0.1, 0.02)),
                new Policy.Optimistic(1, new Explorer.EpsilonGreedy(0.02)),
                new Policy.Thompson(1, 0.01, 1_024),
                new Policy.InverseGap(5, 0.5));
    }

    /** Three arms, each best in a third of the contexts: reward context[arm] and some noise. */
    private static double regret(Bandit bandit, double low, double high, boolean binary) {
        SplittableRandom random = new SplittableRandom(SEED);
        double regret = 0;
        for (int t = 0; t < ROUNDS; t++) {
            float[] context = new float[WIDTH];
            double best = 0;
            for (int i = 0; i < WIDTH; i++) {
                context[i] = random.nextInt(2);
                best = Math.max(best, context[i]);
            }
            Choice choice = bandit.choose(t, Offer.of(context, 10, 20, 30), random.nextDouble());
            double mean = 0.1 + 0.8 * context[choice.index()];
            double unit = random.nextDouble();
            double paid = binary ? (unit < mean ? 1 : 0) : mean + 0.2 * (unit - 0.5);
            bandit.reward(t, low + (high - low) * paid);
            regret += 0.8 * (best - context[choice.index()]);
        }
        return regret;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyLearnsLinearRewardsBetweenFloorAndCeiling(Policy policy) {
        double regret = regret(new Bandit(BanditSettings.linear(WIDTH).with(policy)), 0, 1, false);
        // Drawing at random costs 0.8 × (7/8 − 1/2) a round, which is 600; the oracle 0.
        assertThat(regret).as("seed %d, %s", SEED, policy).isBetween(0.0, 120.0);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyLearnsLogisticRewardsBetweenFloorAndCeiling(Policy policy) {
        double regret = regret(new Bandit(BanditSettings.logistic(WIDTH, -1, 3).with(policy)), -1, 3, true);
        assertThat(regret).as("seed %d, %s", SEED, policy).isBetween(0.0, 200.0);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void thePropensityIsTheShareAtWhichTheArmIsDrawn(Policy policy) {
        Bandit bandit = new Bandit(BanditSettings.linear(WIDTH).with(policy));
        regret(bandit, 0, 1, true);
        Offer offer = Offer.of(new float[] {1, 0, 1}, 10, 30, 77);
        double[] told = bandit.distribution(offer);
        int rounds = 20_000;
        double[] drawn = new double[3];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < rounds; i++) {
            Choice choice = bandit.choose(ROUNDS + i, offer, random.nextDouble());
            assertThat(choice.propensity()).isEqualTo(told[choice.index()]);
            drawn[choice.index()] += 1.0 / rounds;
        }
        for (int i = 0; i < 3; i++) {
            assertThat(drawn[i]).as("seed %d, %s", SEED, policy).isCloseTo(told[i], within(0.015));
        }
    }

    @Test
    void severalWorkersMergedBelieveWhatOneWorkerWould() {
        for (Layout layout : Layout.values()) {
            BanditSettings settings = BanditSettings.linear(WIDTH).with(layout, 1);
            Bandit alone = new Bandit(settings);
            SplittableRandom random = new SplittableRandom(SEED);
            learn(alone, random, 300);
            Bandit merged = alone.fork();
            Bandit base = alone.fork();
            Bandit[] workers = {base.fork(), base.fork(), base.fork()};
            for (int i = 0; i < 3; i++) {
                long seed = random.nextLong();
                learn(alone, new SplittableRandom(seed), 150);
                learn(workers[i], new SplittableRandom(seed), 150);
            }
            for (Bandit worker : workers) {
                merged.absorb(worker, base);
            }
            assertThat(merged.rewards()).isEqualTo(alone.rewards());
            double[] ofMerged = new double[3];
            double[] ofOne = new double[3];
            for (int i = 0; i < 20; i++) {
                Offer offer = offer(random);
                merged.values(offer, ofMerged);
                alone.values(offer, ofOne);
                assertThat(ofMerged).as("seed %d, %s", SEED, layout).containsExactly(ofOne, within(1e-9));
                if (layout == Layout.PER_ARM) {
                    assertThat(merged.distribution(offer)).containsExactly(alone.distribution(offer), within(1e-8));
                }
            }
        }
    }

    private static Offer offer(SplittableRandom random) {
        float[] context = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            context[i] = random.nextInt(-2, 3);
        }
        float[][] features = {{random.nextInt(3)}, {random.nextInt(3)}, {random.nextInt(3)}};
        return new Offer(context, new long[] {7, 8, 9}, features);
    }

    private static void learn(Bandit bandit, SplittableRandom random, int rewards) {
        for (int i = 0; i < rewards; i++) {
            Offer offer = offer(random);
            int arm = random.nextInt(3);
            double reward = offer.context()[arm] + offer.features()[arm][0] + random.nextInt(-1, 2);
            bandit.learn(offer, arm, reward);
        }
    }

    @Test
    void aLateRewardTeachesTheContextOfItsDecision() {
        Bandit bandit = new Bandit(BanditSettings.linear(1));
        Offer offer = Offer.of(new float[] {1}, 1);
        for (int i = 0; i < 100; i++) {
            bandit.choose(i, offer, 0.5);
        }
        bandit.choose(100, Offer.of(new float[] {-1}, 1), 0.5);
        assertThat(bandit.pending()).isEqualTo(101);
        for (int i = 99; i >= 0; i--) {
            assertThat(bandit.reward(i, 2)).isEqualTo(Bandit.Receipt.CLOSED);
        }
        assertThat(bandit.reward(100, -2)).isEqualTo(Bandit.Receipt.CLOSED);
        double[] value = new double[1];
        bandit.values(offer, value);
        assertThat(value[0]).isCloseTo(2, within(0.05));
    }

    @Test
    void aMissingRewardTeachesNothingAndASecondOneIsUnknown() {
        Bandit bandit = new Bandit(BanditSettings.linear(1));
        byte[] before = bandit.toBytes();
        bandit.choose(1, Offer.of(new float[] {1}, 1, 2), 0.5);
        assertThat(bandit.missing(1)).isEqualTo(Bandit.Receipt.CLOSED);
        assertThat(bandit.missing(1)).isEqualTo(Bandit.Receipt.UNKNOWN);
        assertThat(bandit.reward(1, 3)).isEqualTo(Bandit.Receipt.UNKNOWN);
        assertThat(bandit.toBytes()).isEqualTo(before);
    }

    @Test
    void openDecisionsAndArmsAreBoundedAndTheOldestGiveWay() {
        Bandit bandit = new Bandit(BanditSettings.linear(1).withBounds(3, 50));
        for (int i = 0; i < 200; i++) {
            bandit.choose(i, Offer.of(new float[] {1}, i % 10), 0.5);
        }
        assertThat(bandit.pending()).isEqualTo(50);
        assertThat(bandit.expired()).isEqualTo(150);
        assertThat(bandit.reward(149, 1)).isEqualTo(Bandit.Receipt.UNKNOWN);
        for (int i = 150; i < 200; i++) {
            assertThat(bandit.reward(i, i % 10)).isEqualTo(Bandit.Receipt.CLOSED);
        }
        assertThat(bandit.arms()).isEqualTo(3);
        double[] values = new double[2];
        bandit.values(Offer.of(new float[] {1}, 9, 2), values);
        assertThat(values[0]).as("learned last").isGreaterThan(4);
        assertThat(values[1]).as("gave way").isZero();
    }

    @Test
    void aForgetfulBanditFollowsAChange() {
        double[] values = new double[1];
        Offer offer = Offer.of(new float[] {1}, 1);
        for (double memory : new double[] {500, Double.POSITIVE_INFINITY}) {
            Bandit bandit = new Bandit(BanditSettings.linear(1).withMemory(memory));
            for (int i = 0; i < 8_000; i++) {
                bandit.learn(offer, 0, i < 4_000 ? 1 : -1);
            }
            bandit.values(offer, values);
            if (memory == 500) {
                assertThat(values[0]).isCloseTo(-1, within(0.02));
            } else {
                assertThat(values[0]).isCloseTo(0, within(0.01));
            }
        }
    }

    @Test
    void sharedWeightsSpeakOfArmsNeverSeen() {
        Bandit bandit = new Bandit(BanditSettings.linear(1).with(Layout.CROSSED, 1));
        for (int i = 0; i < 400; i++) {
            float c = i % 2 == 0 ? 1 : -1;
            float f = i % 3 - 1;
            bandit.learn(new Offer(new float[] {c}, new long[] {i}, new float[][] {{f}}), 0, c * f);
        }
        double[] values = new double[2];
        bandit.values(new Offer(new float[] {-1}, new long[] {-5, -6}, new float[][] {{1}, {-1}}), values);
        assertThat(values[0]).isCloseTo(-1, within(0.05));
        assertThat(values[1]).isCloseTo(1, within(0.05));
    }

    @Test
    void theSameSeedMakesTheSameChoicesAlsoAcrossASnapshot() {
        for (Layout layout : Layout.values()) {
            BanditSettings settings =
                    BanditSettings.linear(WIDTH).with(layout, 1).withSeed(3);
            Bandit one = new Bandit(settings);
            Bandit two = new Bandit(settings);
            SplittableRandom random = new SplittableRandom(SEED);
            for (int t = 0; t < 700; t++) {
                Offer offer = offer(random);
                Choice choice = one.choose(t, offer);
                Choice other = two.choose(t, offer);
                assertThat(other.index()).isEqualTo(choice.index());
                assertThat(other.propensity()).isEqualTo(choice.propensity());
                if (t % 3 > 0) {
                    one.reward(t, offer.context()[choice.index()]);
                    two.reward(t, offer.context()[choice.index()]);
                }
                two = t % 100 == 50 ? Bandit.fromBytes(two.toBytes(), settings) : two;
            }
            assertThat(two.toBytes()).isEqualTo(one.toBytes());
        }
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        Bandit bandit = new Bandit(BanditSettings.logistic(2, 0, 1));
        Offer good = Offer.of(new float[] {1, 0}, 1, 2);
        bandit.choose(1, good, 0.3);
        byte[] before = bandit.toBytes();
        assertBad(() -> bandit.choose(1, good, 0.3), "decision 1 is open");
        assertBad(() -> bandit.choose(2, Offer.of(new float[] {1}, 1), 0.3), "1 values where");
        assertBad(() -> bandit.choose(2, Offer.of(new float[] {1, Float.NaN}, 1), 0.3), "value 1 is NaN");
        assertBad(() -> bandit.choose(2, Offer.of(new float[] {1, 1}), 0.3), "nothing is offered");
        assertBad(() -> bandit.choose(2, Offer.of(new float[] {1, 1}, 4, 4), 0.3), "offered twice");
        assertBad(() -> bandit.choose(2, good, 1), "draw must be");
        assertBad(() -> bandit.choose(2, good, Double.NaN), "draw must be");
        assertBad(() -> bandit.reward(1, 1.5), "does not fit");
        assertBad(() -> bandit.reward(1, Double.NaN), "does not fit");
        assertBad(() -> bandit.learn(good, 2, 1), "arm 2 of 2");
        assertBad(() -> bandit.absorb(new Bandit(BanditSettings.linear(2)), bandit), "same layout");
        assertThat(bandit.toBytes()).isEqualTo(before);
    }

    private static void assertBad(Runnable call, String message) {
        assertThatThrownBy(call::run).isInstanceOf(BadChoiceException.class).hasMessageContaining(message);
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> BanditSettings.linear(3_000)).hasMessageContaining("at most 2048");
        assertThatThrownBy(() -> BanditSettings.linear(1).withRidge(0)).hasMessageContaining("ridge");
        assertThatThrownBy(() -> BanditSettings.linear(1).withBounds(0, 1)).hasMessageContaining("mostArms");
        assertThatThrownBy(() -> new Policy.Thompson(0, 0, 100)).hasMessageContaining("scale");
        assertThatThrownBy(() -> new Reward.Logistic(1, 0, 0.5)).hasMessageContaining("low < prior < high");
    }

    @Test
    void aSnapshotOfVersionOneIsReadAndADamagedOneIsRefused() throws IOException {
        BanditSettings settings = snapshotSettings();
        byte[] stored;
        try (InputStream in = BanditTest.class.getResourceAsStream("/snapshots/bandit-v1.bin")) {
            stored = Objects.requireNonNull(in).readAllBytes();
        }
        Bandit bandit = Bandit.fromBytes(stored, settings);
        assertThat(bandit.toBytes()).isEqualTo(stored);
        assertThat(bandit.rewards()).isEqualTo(40);
        assertThat(bandit.pending()).isEqualTo(2);
        for (int length : new int[] {0, 3, 9, stored.length / 2, stored.length - 1}) {
            assertThatThrownBy(() -> Bandit.fromBytes(Arrays.copyOf(stored, length), settings))
                    .isInstanceOf(SnapshotException.class);
        }
        byte[] damaged = stored.clone();
        damaged[40] ^= 1;
        assertThatThrownBy(() -> Bandit.fromBytes(damaged, settings)).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> Bandit.fromBytes(stored, BanditSettings.linear(4)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("width");
        assertThatThrownBy(() -> Bandit.fromBytes(stored, settings.withBounds(1, 10)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("mostArms");
    }

    private static BanditSettings snapshotSettings() {
        return BanditSettings.linear(WIDTH).with(Layout.PER_ARM, 1);
    }

    /** What the stored snapshot was made of. */
    static byte[] snapshot() {
        Bandit bandit = new Bandit(snapshotSettings());
        SplittableRandom random = new SplittableRandom(SEED);
        learn(bandit, random, 40);
        bandit.choose(1, offer(random));
        bandit.choose(2, offer(random));
        return bandit.toBytes();
    }
}
