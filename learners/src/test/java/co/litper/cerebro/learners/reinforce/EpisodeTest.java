package co.litper.cerebro.learners.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EpisodeTest {
    private static final boolean[] BOTH = {true, true};

    private static Step step(float feature, double reward, double discount) {
        return new Step(new float[] {feature}, BOTH, 1, reward, discount, 0.5);
    }

    @Test
    void aStepAheadLeadsToTheNextSituationAndTheLastToTheEnd() {
        List<Transition> all =
                Episode.ended(List.of(step(0, 1, 0.5), step(1, 2, 1))).transitions(1);
        assertThat(all.get(0).reward()).isEqualTo(1);
        assertThat(all.get(0).discount()).isEqualTo(0.5);
        assertThat(all.get(0).next()).containsExactly(1f);
        assertThat(all.get(1).isTerminal()).isTrue();
    }

    @Test
    void severalStepsAheadAddDiscountedRewards() {
        List<Step> steps = List.of(step(0, 1, 0.5), step(1, 2, 0.5), step(2, 4, 0.5));
        List<Transition> ended = Episode.ended(steps).transitions(2);
        assertThat(ended.get(0).reward()).isEqualTo(1 + 0.5 * 2);
        assertThat(ended.get(0).discount()).isEqualTo(0.25);
        assertThat(ended.get(0).next()).containsExactly(2f);
        assertThat(ended.get(1).reward()).isEqualTo(2 + 0.5 * 4);
        assertThat(ended.get(1).isTerminal()).isTrue();
        Transition open =
                Episode.open(steps, new float[] {9}, BOTH).transitions(7).get(1);
        assertThat(open.isTerminal()).isFalse();
        assertThat(open.discount()).isEqualTo(0.25);
        assertThat(open.next()).containsExactly(9f);
    }

    @Test
    void badStepsAreNamed() {
        float[] row = {1};
        assertRefused(() -> Transition.last(row, 0, Double.NaN), "reward must be finite");
        assertRefused(() -> Transition.last(row, 0, Double.NEGATIVE_INFINITY), "reward must be finite");
        assertRefused(() -> Transition.last(row, 0, 1).weighted(0), "weight must be above 0");
        assertRefused(() -> Transition.last(row, 0, 1).weighted(Double.NaN), "weight must be above 0");
        assertRefused(() -> Transition.step(row, 0, 1, row, BOTH, 1.5), "discount must be 0 to 1");
        assertRefused(() -> Transition.step(row, 0, 1, row, new boolean[0], 1), "Maybe both or neither");
        assertRefused(() -> new Step(row, new boolean[2], 0, 0, 1, 1), "allows none of 2");
        assertRefused(() -> new Step(row, new boolean[] {true, false}, 1, 0, 1, 1), "not allowed");
        assertRefused(() -> new Step(row, BOTH, 1, 0, 1, 0), "propensity");
        assertRefused(() -> Episode.ended(List.of()), "at least one step");
        assertRefused(() -> Episode.ended(List.of(step(0, 0, 1))).transitions(0), "at least 1");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadTransitionException.class).hasMessageContaining(message);
    }
}
