package co.litper.cerebro.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastBenchTest {
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    Path folder;

    private static BenchResult run(Path train, Path test, int season) {
        return new ForecastBench()
                .run(
                        List.of(
                                "--train",
                                train.toString(),
                                "--test",
                                test.toString(),
                                "--season",
                                Integer.toString(season)),
                        SILENT);
    }

    private static double figure(Map<String, ?> figures, String name) {
        return figures.get(name) instanceof Number value ? value.doubleValue() : Double.NaN;
    }

    @Test
    void theErrorsAreThoseOfTheCompetition() {
        assertThat(M4.smape(new double[] {90, 0}, new double[] {110, 0})).isCloseTo(10, within(1e-12));
        assertThat(M4.scale(new double[] {1, 2, 5, 8}, 2)).isCloseTo(5, within(1e-12));
        assertThat(M4.mase(new double[] {3}, new double[] {13}, 5)).isCloseTo(2, within(1e-12));
        assertThat(M4.msis(new double[] {2}, new double[] {6}, new double[] {7}, 0.05, 4))
                .isCloseTo((4 + 40) / 4.0, within(1e-9));
    }

    @Test
    void readsSeriesOfDifferentLengthsByTheirNames() throws IOException {
        StringBuilder train = new StringBuilder("\"V1\",\"V2\"\n\"B\"");
        for (int i = 0; i < 60; i++) {
            train.append(",\"").append(10 + i % 7).append('"');
        }
        train.append("\n\"A\",\"5\",\"6\",\"\",\"\"\n\"C\",1,2,NA\n");
        Path known = Files.writeString(folder.resolve("train.csv"), train);
        Path truth = Files.writeString(folder.resolve("test.csv"), "V1,V2,V3\nA,6,6\nB,14,15\n");
        BenchResult result = run(known, truth, 7);
        assertThat(result.ours().get("series")).isEqualTo(2);
        assertThat(figure(result.ours(), "smape")).isLessThan(1);
    }

    @Test
    void saysWhatIsMissingInOneLine() throws IOException {
        Path known = Files.writeString(folder.resolve("train.csv"), "V1,V2,V3\nA,6,6\nB,1,x\n");
        assertThatThrownBy(() -> run(folder.resolve("gone.csv"), known, 1))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("gone.csv");
        assertThatThrownBy(() -> run(known, known, 1))
                .hasMessageContaining("line 3")
                .hasMessageContaining("'x'");
        Path good = Files.writeString(folder.resolve("good.csv"), "V1,V2,V3\nA,6,6\n");
        Path other = Files.writeString(folder.resolve("other.csv"), "V1,V2,V3\nZ,6,6\n");
        assertThatThrownBy(() -> run(good, other, 1)).hasMessageContaining("series Z");
    }

    @Test
    void theHourlySeriesAreForeseenBetterThanAimed() {
        Path data = data();
        BenchResult result = run(data.resolve("Hourly-train.csv"), data.resolve("Hourly-test.csv"), 24);
        assertThat(figure(result.ours(), "smape")).isLessThan(9.33);
        assertThat(figure(result.ours(), "mase")).isLessThan(0.893);
        assertThat(figure(result.ours(), "coverage95")).isBetween(0.85, 0.99);
        assertThat(figure(result.floor(), "smape")).isCloseTo(13.91, within(0.005));
        assertThat(figure(result.floor(), "mase")).isCloseTo(1.193, within(0.0005));
    }

    private static Path data() {
        String root = System.getenv("CEREBRO_DATA");
        Path data = Path.of(root == null ? "" : root, "demand");
        boolean there = root != null && Files.isDirectory(data);
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("CEREBRO_DATA must name the data folder when CI=true, is " + root);
        }
        Assumptions.assumeTrue(there, "CEREBRO_DATA names no folder with demand");
        return data;
    }
}
