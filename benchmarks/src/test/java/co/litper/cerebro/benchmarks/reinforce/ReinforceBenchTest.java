package co.litper.cerebro.benchmarks.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReinforceBenchTest {
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @Test
    void everyLearnerLiesBetweenChanceAndTheBestPolicy() {
        BenchResult result =
                new ReinforceBench().run(List.of("--problem", "rescue", "--episodes", "600", "--seeds", "2"), SILENT);
        Map<?, ?> rescue = (Map<?, ?>) Objects.requireNonNull(result.ours().get("rescue"));
        assertThat(rescue).hasSize(1 + Pupil.values().length);
        for (Pupil pupil : Pupil.values()) {
            Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(rescue.get(pupil.label()), pupil.label());
            assertThat((Double) found.get("score")).as(pupil.label()).isBetween(0.2, 1 + 1e-9);
        }
        assertThat((Double) result.ceiling().get("rescue")).isCloseTo(29.23, within(0.01));
        assertThat(result.command()).contains("--problem rescue");
    }

    @Test
    void anUnknownProblemIsNamed() {
        assertThatThrownBy(() -> new ReinforceBench().run(List.of("--problem", "maze"), SILENT))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("maze");
    }
}
