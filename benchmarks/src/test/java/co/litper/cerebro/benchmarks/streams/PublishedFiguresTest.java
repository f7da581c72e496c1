package co.litper.cerebro.benchmarks.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.evaluate.Prequential;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Learners without our departures give the figures that are published for the first 2,000 rows of Electricity. */
class PublishedFiguresTest {
    private static final int SEEDS = 4;

    private static double accuracy(String learner) {
        StreamTable table = StreamTable.read(data(), Integer.MAX_VALUE, null, false);
        double sum = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            sum += Prequential.classify(
                            NamedLearners.classifier(learner, table.schema(), seed), table.rows(), table.labels(), 0)
                    .accuracy();
        }
        return sum / SEEDS;
    }

    @Test
    void theHoeffdingTreeGivesTheAccuracyOfMoaToTheRow() {
        assertThat(accuracy("hoeffding-tree-reference")).isCloseTo(0.8265, within(1e-9));
    }

    @Test
    void theAdaptiveRandomForestComesNearItsPublishedAccuracyAndWithDeparturesAboveIt() {
        assertThat(accuracy("adaptive-random-forest-reference"))
                .as("seeds 1 to %d", SEEDS)
                .isCloseTo(0.89, within(0.01));
        assertThat(accuracy("adaptive-random-forest"))
                .as("seeds 1 to %d", SEEDS)
                .isGreaterThan(0.905);
    }

    @Test
    void patchesAndOzaBoostingComeAboveTheirPublishedAccuracy() {
        assertThat(accuracy("streaming-random-patches"))
                .as("seeds 1 to %d", SEEDS)
                .isGreaterThan(0.902);
        assertThat(accuracy("oza-boosting")).as("seeds 1 to %d", SEEDS).isGreaterThan(0.8995);
    }

    private static Path data() {
        String root = System.getenv("CEREBRO_DATA");
        Path file = Path.of(root == null ? "" : root, "streams", "electricity_tiny.csv");
        boolean there = root != null && Files.isRegularFile(file);
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("CEREBRO_DATA must name the data folder when CI=true, is " + root);
        }
        Assumptions.assumeTrue(there, "CEREBRO_DATA names no folder with streams/electricity_tiny.csv");
        return file;
    }
}
