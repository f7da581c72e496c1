package co.litper.cerebro.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five rounds of each part. A failure prints the line that replays it. */
class DurabilityBenchTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({"kill,kills", "write,failedWrites", "cut,cuts"})
    void whatIsPromisedHoldsWhenThingsBreak(String part, String broken) {
        DurabilityTally tally = DurabilityBench.measure(5, 1, part, NOWHERE);

        assertThat(tally.violations()).isEmpty();
        assertThat(tally.figures()).containsEntry(broken, 5L);
        assertThat(tally.figures().get("acknowledged")).isPositive();
        assertThat(tally.figures().get("statesCompared")).isPositive();
    }
}
