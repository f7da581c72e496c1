package co.litper.cerebro.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftBenchTest {
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    Path folder;

    @Test
    void findsAConceptThatTurnsRound() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("x,kind,class\n");
        for (int i = 0; i < 3_000; i++) {
            double x = random.nextDouble();
            boolean up = (x > 0.5) != (i >= 1_500);
            csv.append(x).append(i % 2 == 0 ? ",a," : ",b,").append(up).append('\n');
        }
        Path file = Files.writeString(folder.resolve("turn.csv"), csv);
        BenchResult result = new DriftBench()
                .run(List.of("--file", file.toString(), "--drifts", "1500", "--detector", "hddm-a"), SILENT);
        assertThat((Double) result.ours().get("delayMean")).isBetween(0.0, 100.0);
        assertThat((Integer) result.ours().get("missed")).isZero();
        assertThat((Integer) result.ours().get("falseAlarms")).isZero();
        assertThat((Integer) result.floor().get("missed")).isEqualTo(1);
        assertThat((Double) result.ours().get("accuracy"))
                .isGreaterThan((Double) result.floor().get("accuracy"));
    }

    @Test
    void saysWhatIsMissingInOneLine() {
        DriftBench bench = new DriftBench();
        assertThatThrownBy(() -> bench.run(List.of("--file", "gone.csv", "--drifts", "5"), SILENT))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("gone.csv");
        assertThatThrownBy(() -> bench.run(List.of("--file", "gone.csv", "--detector", "ddn"), SILENT))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("ddn");
    }
}
