package co.litper.cerebro.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OlistDataTest {

    @Test
    void onRealOrdersBothGainsOverTheRoutesHistoryAreCertain() {
        BenchResult result =
                OlistBench.run(data(), new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        assertThat(low(result, "aucGainOverEwma")).isPositive();
        assertThat(low(result, "etaGainDaysOverEwma")).isPositive();
        assertThat((Double) result.ours().get("auc")).isGreaterThan(0.65);
        assertThat((Double) result.ours().get("intervalCoverage")).isBetween(0.77, 0.83);
    }

    private static double low(BenchResult result, String name) {
        return result.ours().get(name) instanceof Map<?, ?> interval && interval.get("low95") instanceof Double low
                ? low
                : Double.NaN;
    }

    private static Path data() {
        String root = System.getenv("CEREBRO_DATA");
        Path folder = Path.of(root == null ? "" : root, "deliveries", "olist");
        boolean there = root != null && Files.isDirectory(folder);
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("CEREBRO_DATA must name the data folder when CI=true, is " + root);
        }
        Assumptions.assumeTrue(there, "CEREBRO_DATA names no folder with deliveries/olist");
        return folder;
    }
}
