package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.vocabulary.Action;
import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolUseBlock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two things that the reasoner can do: look something up, and decide. What it passes is read strictly: a decision for an
 * action that was not offered is no decision, whoever talked it into that.
 */
final class Tools {
    static final String LOOK_UP = "consultar";
    static final String DECIDE = "decidir";

    private static final String SOURCE = "fuente";
    private static final String ACTION = "accion";
    private static final String CONFIDENCE = "confianza";

    /** Characters of both definitions in a call, for the budget. */
    static final int CHARACTERS = 1_500;

    private Tools() {}

    /** The same for every dilemma, so that the service can keep it in its cache. */
    static Tool lookUp() {
        List<String> sources =
                Arrays.stream(Evidence.Kind.values()).map(Spanish::source).toList();
        return Tool.builder()
                .name(LOOK_UP)
                .description("Consulta lo que se sabe del caso en una de las fuentes.")
                .inputSchema(schema(ordered(SOURCE, ordered("type", "string", "enum", sources)), List.of(SOURCE)))
                .strict(true)
                .cacheControl(CacheControlEphemeral.builder().build())
                .build();
    }

    /** With the options of a dilemma as the only values. */
    static Tool decide(Dilemma dilemma) {
        List<String> options =
                dilemma.options().stream().map(o -> o.action().wire()).toList();
        return Tool.builder()
                .name(DECIDE)
                .description("Decide el caso. Se usa una sola vez, al final.")
                .inputSchema(schema(
                        ordered(
                                ACTION, ordered("type", "string", "enum", options),
                                CONFIDENCE, ordered("type", "number")),
                        List.of(ACTION, CONFIDENCE)))
                .strict(true)
                .build();
    }

    /** Names and values in turn, in that order in every run: a cache knows bytes, not meanings. */
    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Tool.InputSchema schema(Map<String, Object> properties, List<String> required) {
        Tool.InputSchema.Properties.Builder all = Tool.InputSchema.Properties.builder();
        properties.forEach((name, kind) -> all.putAdditionalProperty(name, JsonValue.from(kind)));
        return Tool.InputSchema.builder()
                .properties(all.build())
                .required(required)
                .putAdditionalProperty("additionalProperties", JsonValue.from(false))
                .build();
    }

    /** Where to look, or empty if the call is not well formed. */
    static Optional<Evidence.Kind> source(ToolUseBlock call) {
        return input(call)
                .filter(in -> in.keySet().equals(Set.of(SOURCE)))
                .flatMap(in -> Arrays.stream(Evidence.Kind.values())
                        .filter(kind -> Spanish.source(kind).equals(in.get(SOURCE)))
                        .findFirst());
    }

    /** What was decided. */
    record Decided(Action action, double confidence) {}

    /** What was decided: one of the options of the dilemma with a confidence from 0 to 1, or empty. */
    static Optional<Decided> decided(ToolUseBlock call, Dilemma dilemma) {
        return input(call)
                .filter(in -> in.keySet().equals(Set.of(ACTION, CONFIDENCE)))
                .flatMap(in -> in.get(ACTION) instanceof String wire && in.get(CONFIDENCE) instanceof Number n
                        ? decided(Action.ofWire(wire), n.doubleValue(), dilemma)
                        : Optional.empty());
    }

    private static Optional<Decided> decided(@Nullable Action action, double confidence, Dilemma dilemma) {
        boolean valid = action != null && dilemma.option(action).isPresent() && confidence >= 0 && confidence <= 1;
        return valid && action != null ? Optional.of(new Decided(action, confidence)) : Optional.empty();
    }

    private static Optional<Map<?, ?>> input(ToolUseBlock call) {
        try {
            return Optional.ofNullable(call._input().convert(Map.class));
        } catch (RuntimeException notAnObject) {
            return Optional.empty();
        }
    }
}
