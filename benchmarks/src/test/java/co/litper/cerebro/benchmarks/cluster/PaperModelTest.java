package co.litper.cerebro.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperModelTest {
    @Test
    void aNodeTwiceAsFastHalvesNodesAndNothingElse() {
        Map<String, Object> slow = new PaperModel(1_000, 500, .5).figures();
        Map<String, Object> fast = new PaperModel(2_000, 500, .5).figures();

        assertThat(slow).containsEntry("eventsPerSecond", 2e6).containsEntry("nodes", 4_000L);
        assertThat(fast).containsEntry("nodes", 2_000L);
        assertThat(fast.get("journalGbPerDay")).isEqualTo(slow.get("journalGbPerDay"));
        assertThat(slow.get("journalGbPerDay")).isEqualTo(2e6 * 500 * 3 * 86_400 / 1e9);
    }

    @Test
    void moreShardsThanAnInstallationHasAreSeveralInstallations() {
        assertThat(new PaperModel(1_000, 500, .5).figures()).containsEntry("installations", 4L);
    }
}
