package co.litper.cerebro.benchmarks.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyBenchTest {
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @TempDir
    Path folder;

    private static double figure(Map<String, ?> figures, String name) {
        return figures.get(name) instanceof Number value ? value.doubleValue() : Double.NaN;
    }

    private Path corpus() throws IOException {
        Path series = Files.createDirectories(folder.resolve("nab/made"));
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("timestamp,value\n");
        LocalDateTime start = LocalDateTime.of(2014, 4, 1, 0, 0);
        for (int i = 0; i < 1_500; i++) {
            double value = 50 + random.nextGaussian() + (i == 1_000 ? 40 : 0);
            csv.append(STAMP.format(start.plusMinutes(5L * i)))
                    .append(',')
                    .append(i == 700 ? "" : value)
                    .append('\n');
        }
        Files.writeString(series.resolve("spike.csv"), csv);
        Files.writeString(
                folder.resolve("nab/windows.json"),
                "{\"made/spike.csv\": [[\"" + STAMP.format(start.plusMinutes(5 * 950)) + ".000000\", \""
                        + STAMP.format(start.plusMinutes(5 * 1_050)) + ".000000\"]]}");
        return folder.resolve("nab");
    }

    @Test
    void findsTheSpikeAndWritesEachSeriesWithItsScores() throws IOException {
        Path out = folder.resolve("out");
        BenchResult result =
                new AnomalyBench().run(List.of("--nab", corpus().toString(), "--out", out.toString()), SILENT);
        assertThat(figure(result.ours(), "score")).isGreaterThan(85);
        assertThat(figure(result.ours(), "falseAlarms")).isZero();
        List<String> lines = Files.readAllLines(out.resolve("made/spike.csv"));
        assertThat(lines).hasSize(1_501);
        assertThat(lines.getFirst()).isEqualTo("timestamp,value,anomaly_score,label");
        assertThat(lines.get(701)).endsWith(",,0.0,0");
        assertThat(lines.get(1_001)).startsWith("2014-04-04 11:20:00,").endsWith(",1");
        assertThat(Double.parseDouble(lines.get(1_001).split(",", -1)[2])).isGreaterThan(0.9);
    }

    @Test
    void saysWhatIsMissingInOneLine() {
        AnomalyBench bench = new AnomalyBench();
        assertThatThrownBy(() -> bench.run(List.of("--nab", "gone"), SILENT))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("gone");
        assertThatThrownBy(() -> bench.run(List.of(), SILENT)).hasMessageContaining("--nab");
    }

    @Test
    void onThePublicSeriesItIsTenPointsBetterThanAForestAlone() {
        BenchResult result = new AnomalyBench().run(List.of("--nab", data().toString()), SILENT);
        assertThat(figure(result.ours(), "score")).isGreaterThan(70);
        assertThat(figure(result.ours(), "score")).isGreaterThan(figure(result.floor(), "score") + 10);
        assertThat(figure(result.ours(), "score")).isGreaterThan(figure(result.ours(), "voteScore") + 10);
    }

    private static Path data() {
        String root = System.getenv("CEREBRO_DATA");
        Path data = Path.of(root == null ? "" : root, "anomalies", "nab");
        boolean there = root != null && Files.isDirectory(data);
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("CEREBRO_DATA must name the data folder when CI=true, is " + root);
        }
        Assumptions.assumeTrue(there, "CEREBRO_DATA names no folder with anomalies/nab");
        return data;
    }
}
