package co.litper.cerebro.benchmarks.lifetime;

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

class LifetimeBenchTest {
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    Path folder;

    private static BenchResult run(Path file) {
        return new LifetimeBench().run(List.of("--file", file.toString()), SILENT);
    }

    @Test
    void printsThePublishedDigitsOfCdnow() {
        Map<String, ?> ours = run(data().resolve("cdnow_customers_summary_with_transactions.csv"))
                .ours();
        assertFigure(ours, "r", 0.2426, 5e-5);
        assertFigure(ours, "alpha", 4.4135, 1e-4);
        assertFigure(ours, "a", 0.7929, 5e-5);
        assertFigure(ours, "b", 2.4258, 1e-4);
        assertFigure(ours, "logLikelihood", -9582.43, 5e-3);
        assertFigure(ours, "p", 6.25, 5e-3);
        assertFigure(ours, "q", 3.74, 5e-3);
        assertFigure(ours, "v", 15.45, 5e-3);
        assertFigure(ours, "firstCustomerExpected", 1.226, 5e-4);
        assertFigure(nested(ours, "mbgNbd"), "alpha", 6.183, 5e-4);
        assertFigure(nested(ours, "paretoNbd"), "logLikelihood", -9594.98, 1e-2);
    }

    private static Map<?, ?> nested(Map<String, ?> figures, String name) {
        return figures.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private static double figure(Map<String, ?> figures, String name) {
        return figures.get(name) instanceof Double value ? value : Double.NaN;
    }

    private static void assertFigure(Map<?, ?> figures, String name, double published, double tolerance) {
        assertThat(figures.get(name)).as(name).isInstanceOf(Double.class);
        assertThat((Double) figures.get(name)).as(name).isCloseTo(published, within(tolerance));
    }

    @Test
    void readsColumnsByAnyOfTheirNamesAndInAnyOrder() throws IOException {
        Path file = Files.writeString(
                folder.resolve("c.csv"),
                "\"T\",\"Recency\",\"customer\",\"Frequency\"\n38,30,a,2\n38,0,b,0\n20,5,c,1\n31,0,d,0\n12,11,e,4\n");
        BenchResult result = run(file);
        assertThat(result.ours().get("customers")).isEqualTo(5);
        assertThat(result.ours()).doesNotContainKey("p");
        assertThat(figure(result.ours(), "logLikelihood"))
                .isGreaterThanOrEqualTo(figure(result.floor(), "logLikelihood") - 1e-3);
    }

    @Test
    void saysWhatIsWrongWithAFileInOneLine() throws IOException {
        assertThatThrownBy(() -> run(folder.resolve("gone.csv")))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("gone.csv");
        Path late = Files.writeString(folder.resolve("late.csv"), "ID,x,t_x,T\n1,2,9,4\n");
        assertThatThrownBy(() -> run(late)).hasMessageContaining("line 2").hasMessageContaining("recency");
        Path other = Files.writeString(folder.resolve("other.csv"), "ID,x,T\n1,2,9\n");
        assertThatThrownBy(() -> run(other)).hasMessageContaining("t_x");
    }

    private static Path data() {
        String root = System.getenv("CEREBRO_DATA");
        Path folder = Path.of(root == null ? "" : root, "lifetime");
        boolean there = root != null && Files.isDirectory(folder);
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("CEREBRO_DATA must name the data folder when CI=true, is " + root);
        }
        Assumptions.assumeTrue(there, "CEREBRO_DATA names no folder with lifetime");
        return folder;
    }
}
