package co.litper.cerebro.benchmarks.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentBenchTest {
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    Path folder;

    @Test
    void reportsAMismatchOfGroupsAndAFisherTestWhereSmall() throws IOException {
        StringBuilder csv = new StringBuilder("id;arm;won;spent\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i)
                    .append(i < 45 ? ";a;" : ";b;")
                    .append(i % 20 == 0 ? "TRUE;" : "FALSE;")
                    .append(i % 7)
                    .append('\n');
        }
        csv.append("0;b;TRUE;1\n");
        Path file = Files.writeString(folder.resolve("exp.csv"), csv);
        BenchResult result = new ExperimentBench()
                .run(
                        List.of(
                                "--file",
                                file.toString(),
                                "--unit",
                                "id",
                                "--variant",
                                "arm",
                                "--metric",
                                "won",
                                "spent"),
                        SILENT);
        assertThat(result.toJson())
                .contains("\"sampleRatioMismatch\":true", "\"unitsInTwoVariants\":1", "\"test\":\"fisher\"", "welch");
        assertThat(result.peer()).containsKeys("sampleRatioP", "spent: a → b");
        assertThat(result.peer().get("sampleRatioP"))
                .asInstanceOf(DOUBLE)
                .isCloseTo((Double) result.ours().get("sampleRatioP"), within(1e-12));
        assertThat(result.floor()).hasSize(2);
        assertThat(result.seeds()).containsExactly(1L);
    }

    @Test
    void saysWhatIsMissingInOneLine() {
        ExperimentBench bench = new ExperimentBench();
        assertThatThrownBy(() -> bench.run(List.of("--file", "gone.csv"), SILENT))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("--metric");
    }
}
