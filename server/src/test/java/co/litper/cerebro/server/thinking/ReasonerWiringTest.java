package co.litper.cerebro.server.thinking;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.config.Configuration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasonerWiringTest {
    private static Configuration configuration(String mode) {
        Configuration.Result result = Configuration.read(Optional.empty(), Map.of("CEREBRO_THINKING_MODE", mode));
        return ((Configuration.Usable) result).configuration();
    }

    private static boolean thinks(String mode, Map<String, String> environment) {
        return ReasonerWiring.reasoner(
                        configuration(mode), name -> Optional.ofNullable(environment.get(name)), () -> Instant.EPOCH)
                .isPresent();
    }

    @Test
    void somebodyThinksOnlyIfItIsOnAndThereIsAKey() {
        assertThat(thinks("on", Map.of("ANTHROPIC_API_KEY", "k"))).isTrue();
        assertThat(thinks("off", Map.of("ANTHROPIC_API_KEY", "k"))).isFalse();
        assertThat(thinks("on", Map.of())).isFalse();
        assertThat(thinks("on", Map.of("ANTHROPIC_API_KEY", " "))).isFalse();
    }

    @Test
    void withoutAKeyTheModeCountsAsOff() {
        assertThat(configuration("on").withoutThinking().decisionSettings()).containsEntry("thinking.mode", "off");
    }
}
