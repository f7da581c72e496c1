package co.litper.cerebro.learners.reinforce.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.learners.stream.SplitMix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownProblemsTest {
    private static final int EPISODES = 40_000;
    private static final long SEED = 3;

    @Test
    void theBestWalkAlongTheCliffCostsThirteen() {
        assertThat(KnownProblems.cliff().optimum()).isCloseTo(-13, within(1e-9));
    }

    @Test
    void sellingIsWorthWhatMoserFound() {
        // E of the best rule with k offers left from the uniform distribution: v ← (1 + v²) ÷ 2, from 0.
        double moser = 0;
        for (int k = 0; k < 10; k++) {
            moser = (1 + moser * moser) / 2;
        }
        assertThat(KnownProblems.stopping().optimum()).isCloseTo(moser, within(1e-3));
    }

    @ParameterizedTest
    @MethodSource("co.litper.cerebro.learners.reinforce.problem.KnownProblems#all")
    void chancePlaysAsWellAsItsExactValueSays(FiniteProblem problem) {
        double sum = 0;
        double squares = 0;
        int episodes = problem.horizon() > 20 ? EPISODES / 20 : EPISODES;
        for (FiniteProblem.Played played : problem.playEvenly(episodes, SEED)) {
            double reward = played.episode().steps().stream()
                    .mapToDouble(s -> s.reward())
                    .sum();
            sum += reward;
            squares += reward * reward;
        }
        double mean = sum / episodes;
        double error = Math.sqrt((squares / episodes - mean * mean) / episodes);
        assertThat(mean).as("%s, seed %d", problem, SEED).isCloseTo(problem.uniform(), within(4 * error));
        assertThat(problem.optimum()).isGreaterThan(problem.uniform());
        assertThat(problem.score(problem.optimum())).isEqualTo(1);
        assertThat(problem.score(problem.uniform())).isZero();
    }

    @Test
    void equalSeedsPlayEqualEpisodes() {
        FiniteProblem problem = KnownProblems.rescue();
        for (int i = 0; i < 10; i++) {
            assertThat(problem.playEvenly(10, 5).get(i).states())
                    .isEqualTo(problem.playEvenly(10, 5).get(i).states());
        }
        Explorer even = new Explorer.EpsilonGreedy(1);
        FiniteProblem.Played played =
                problem.play((_, _, mask, unit) -> even.choose(new double[6], mask, unit), new SplitMix(1));
        assertThat(played.states()).hasSize(played.episode().steps().size() + 1);
        assertThat(played.episode().isEnded()).isTrue();
    }

    @Test
    void movesThatDoNotSumToOneAreRefused() {
        assertThatThrownBy(() ->
                        new FiniteProblem("half", new float[1][1], 1, 0, 1, (_, _) -> new Move[] {new Move(0, 0.5, 0)}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum to probability 0.5");
        assertThatThrownBy(() -> new FiniteProblem("stuck", new float[1][1], 1, 0, 1, (_, _) -> new Move[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allows no action");
    }
}
