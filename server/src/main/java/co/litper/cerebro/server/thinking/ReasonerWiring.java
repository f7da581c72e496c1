package co.litper.cerebro.server.thinking;

import co.litper.cerebro.adapters.claude.ClaudeModel;
import co.litper.cerebro.adapters.claude.ClaudeOptions;
import co.litper.cerebro.adapters.claude.ClaudeReasoner;
import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.world.Clock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the reasoner that a configuration asks for. */
public final class ReasonerWiring {
    /** The only place where the key may stand: a file with it would be copied and backed up. */
    public static final String KEY = "ANTHROPIC_API_KEY";

    private static final String ON = "on";

    private ReasonerWiring() {}

    /**
     * The reasoner, to be opened over the installation's log; empty if thinking is off or there is no key. Then rules and what
     * was learned decide alone.
     *
     * @param variable reads the environment
     */
    public static Optional<Function<EventLog, Reasoner>> reasoner(
            Configuration c, Function<String, Optional<String>> variable, Clock clock) {
        return overMany(c, variable, clock).map(open -> log -> open.apply(List.of(log)));
    }

    /** As {@link #reasoner}, for an installation with several logs. */
    public static Optional<Function<List<EventLog>, Reasoner>> overMany(
            Configuration c, Function<String, Optional<String>> variable, Clock clock) {
        Optional<String> key = variable.apply(KEY).filter(k -> !k.isBlank());
        if (!c.get("thinking.mode").equals(ON) || key.isEmpty()) {
            return Optional.empty();
        }
        ClaudeOptions options = options(c, key.get());
        return Optional.of(logs -> {
            Evidence evidence = new LogEvidence(logs);
            return new ClaudeReasoner(options, evidence, clock);
        });
    }

    private static ClaudeOptions options(Configuration c, String key) {
        return new ClaudeOptions(
                URI.create(c.get("thinking.url")),
                key,
                model(c, "usual"),
                model(c, "careful"),
                whole(c, "thinking.careful_from_cop"),
                Duration.ofMillis(whole(c, "thinking.timeout_ms")),
                (int) whole(c, "thinking.retries"),
                new ClaudeOptions.Limits(
                        whole(c, "thinking.hour_tokens"),
                        whole(c, "thinking.day_tokens"),
                        whole(c, "thinking.hour_cop"),
                        whole(c, "thinking.day_cop")),
                Double.parseDouble(c.get("thinking.cop_per_usd")));
    }

    private static ClaudeModel model(Configuration c, String which) {
        return new ClaudeModel(
                c.get("thinking.model_" + which),
                Double.parseDouble(c.get("thinking.model_" + which + "_input_usd")),
                Double.parseDouble(c.get("thinking.model_" + which + "_output_usd")));
    }

    private static long whole(Configuration c, String key) {
        return Long.parseLong(c.get(key));
    }
}
