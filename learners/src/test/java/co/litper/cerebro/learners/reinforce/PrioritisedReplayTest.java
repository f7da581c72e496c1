package co.litper.cerebro.learners.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PrioritisedReplayTest {
    private static final long SEED = 5;

    private static PrioritisedReplay filled(int count, int capacity, double alpha) {
        PrioritisedReplay replay = new PrioritisedReplay(new PrioritisedReplay.Settings(1, 3, capacity, alpha));
        boolean[] mask = {false, true, true};
        for (int i = 0; i < count; i++) {
            replay.add(
                    i % 2 == 0
                            ? Transition.last(new float[] {i}, 0, i)
                            : Transition.step(new float[] {i}, 1, i, new float[] {i + 1}, mask, 0.5));
        }
        return replay;
    }

    @Test
    void slotsAreDrawnByPriorityAndWeightsUndoIt() {
        PrioritisedReplay replay = filled(4, 4, 1);
        for (int slot = 0; slot < 4; slot++) {
            replay.tell(slot, slot + 1 - 1e-3);
        }
        SplitMix random = new SplitMix(SEED);
        int rounds = 20_000;
        int[] slots = new int[5];
        double[] weights = new double[5];
        double[] drawn = new double[4];
        double[] corrected = new double[4];
        for (int i = 0; i < rounds; i++) {
            replay.draw(slots, weights, 1, random);
            assertThat(Arrays.stream(weights).max().orElseThrow()).isEqualTo(1);
            double largest = 0;
            for (int slot : slots) {
                largest = Math.max(largest, 1 / replay.probability(slot));
            }
            for (int k = 0; k < slots.length; k++) {
                drawn[slots[k]] += 1.0 / rounds / slots.length;
                corrected[slots[k]] += weights[k] * largest / rounds / slots.length;
            }
        }
        for (int slot = 0; slot < 4; slot++) {
            assertThat(replay.probability(slot)).isCloseTo((slot + 1) / 10.0, within(1e-9));
            assertThat(drawn[slot]).as("seed %d", SEED).isCloseTo((slot + 1) / 10.0, within(0.01));
            assertThat(corrected[slot]).as("seed %d", SEED).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void withoutAlphaAllAreEqualAndOwnWeightsStay() {
        PrioritisedReplay replay = new PrioritisedReplay(new PrioritisedReplay.Settings(1, 1, 8, 0));
        replay.add(Transition.last(new float[] {1}, 0, 0).weighted(3));
        replay.tell(0, 100);
        int[] slots = new int[2];
        double[] weights = new double[2];
        replay.draw(slots, weights, 1, new SplitMix(SEED));
        assertThat(weights).containsExactly(3, 3);
    }

    @Test
    void theOldestGivesWayAndWhatIsKeptIsWhatWasGiven() {
        PrioritisedReplay replay = filled(150, 100, 0.6);
        assertThat(replay.size()).isEqualTo(100);
        float[] row = new float[1];
        boolean[] allowed = new boolean[3];
        replay.features(0, row);
        assertThat(row[0]).isEqualTo(100);
        assertThat(replay.isTerminal(0)).isTrue();
        replay.features(99, row);
        assertThat(row[0]).isEqualTo(99);
        replay.next(99, row, allowed);
        assertThat(row[0]).isEqualTo(100);
        assertThat(allowed).containsExactly(false, true, true);
        assertThat(replay.action(99)).isEqualTo(1);
        assertThat(replay.reward(99)).isEqualTo(99);
        assertThat(replay.discount(99)).isEqualTo(0.5);
    }

    @Test
    void aHundredThousandFitAndSumsDoNotDrift() {
        PrioritisedReplay replay = filled(PrioritisedReplay.MOST_CAPACITY, PrioritisedReplay.MOST_CAPACITY, 1);
        SplitMix random = new SplitMix(SEED);
        for (int i = 0; i < 300_000; i++) {
            replay.tell(random.nextInt(PrioritisedReplay.MOST_CAPACITY), 1e6 * random.nextDouble());
        }
        double sum = 0;
        for (int slot = 0; slot < PrioritisedReplay.MOST_CAPACITY; slot++) {
            sum += replay.probability(slot);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void theLastSharesOfMassNeverFallOnEmptySlots() {
        SumTree tree = new SumTree(5);
        tree.set(1, 0.25);
        tree.set(3, 0.5);
        assertThat(tree.find(0)).isEqualTo(1);
        assertThat(tree.find(0.3)).isEqualTo(3);
        assertThat(tree.find(0.75)).isEqualTo(3);
        assertThat(tree.total()).isEqualTo(0.75);
    }

    @Test
    void whatIsReadBackDrawsAlike() {
        PrioritisedReplay.Settings settings = new PrioritisedReplay.Settings(1, 3, 100, 0.6);
        PrioritisedReplay replay = filled(150, 100, 0.6);
        replay.tell(7, 12);
        byte[] bytes = replay.toBytes();
        PrioritisedReplay again = PrioritisedReplay.fromBytes(bytes, settings);
        replay.add(Transition.last(new float[] {1}, 2, 0));
        again.add(Transition.last(new float[] {1}, 2, 0));
        int[] slots = new int[32];
        int[] others = new int[32];
        replay.draw(slots, new double[32], 0.5, new SplitMix(SEED));
        again.draw(others, new double[32], 0.5, new SplitMix(SEED));
        assertThat(others).isEqualTo(slots);
        assertThat(again.toBytes()).isEqualTo(replay.toBytes());
        assertThatThrownBy(() -> PrioritisedReplay.fromBytes(Arrays.copyOf(bytes, bytes.length - 9), settings))
                .isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> PrioritisedReplay.fromBytes(bytes, new PrioritisedReplay.Settings(2, 3, 100, 0.6)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("1 features");
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        PrioritisedReplay replay = filled(3, 10, 0.6);
        byte[] before = replay.toBytes();
        assertRefused(() -> replay.add(Transition.last(new float[2], 0, 0)), "2 values");
        assertRefused(() -> replay.add(Transition.last(new float[] {Float.POSITIVE_INFINITY}, 0, 0)), "Infinity");
        assertRefused(() -> replay.add(Transition.last(new float[1], 3, 0)), "action is 3");
        assertRefused(() -> replay.tell(3, 1), "slot 3 of 3");
        assertRefused(() -> replay.tell(0, Double.NaN), "NaN");
        assertRefused(() -> replay.draw(new int[2], new double[1], 0.5, new SplitMix(1)), "cannot draw");
        assertThat(replay.toBytes()).isEqualTo(before);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadTransitionException.class).hasMessageContaining(message);
    }
}
