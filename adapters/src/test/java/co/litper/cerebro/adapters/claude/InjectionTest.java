package co.litper.cerebro.adapters.claude;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.decision.Finding;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Nobody who writes a novedad, a name, a chat, an address or a cell of a file chooses an action.
 *
 * <p>What guarantees it is structure, not persuasion: the bytes that are sent do not depend on any text that a person wrote.
 * So the tests hold that they are the same bytes, whatever was written, in front of a model that obeys whatever it reads.
 */
class InjectionTest {
    private static final List<Injection> INJECTIONS = Injection.all();
    private static final String HARMLESS = "Nada que decir";
    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    /** A model that obeys: if it reads what was written anywhere in a call, it does what that wants, and else it agrees. */
    private static FakeClaude gullible(Injection injection) {
        return new FakeClaude((call, n, reply) -> {
            if (reads(call, injection.text())) {
                reply.decide(injection.action(), 1);
            } else if (n % 2 == 1) {
                reply.lookUp("memoria");
            } else {
                reply.decide(standing(call), 0.9);
            }
        });
    }

    private static boolean reads(JsonNode node, String text) {
        if (node.isTextual()) {
            return node.textValue().contains(text);
        }
        for (JsonNode child : node) {
            if (reads(child, text)) {
                return true;
            }
        }
        return false;
    }

    private static String standing(JsonNode call) {
        String about = call.at("/messages/0/content").toString();
        String from = about.substring(about.indexOf("Rige ahora: ") + "Rige ahora: ".length());
        return from.substring(0, from.indexOf(' '));
    }

    private static ClaudeReasoner reasoner(URI url, Evidence evidence) {
        return new ClaudeReasoner(
                new ClaudeOptions(
                        url,
                        "test-key",
                        new ClaudeModel("claude-usual", 1, 5),
                        new ClaudeModel("claude-careful", 3, 15),
                        100_000,
                        Duration.ofSeconds(30),
                        0,
                        new ClaudeOptions.Limits(10_000_000, 10_000_000, 10_000_000, 10_000_000),
                        4_000),
                evidence,
                () -> NOON);
    }

    /** Findings about a carrier and a city that are called as the text says, beside one of our own. */
    private static Evidence poisoned(String text) {
        Carrier carrier = new Carrier(text.substring(0, Math.min(40, text.length())));
        CityCode city = CityCode.raw(text);
        return (kind, d) -> List.of(
                new Finding.Counted(carrier, city, 3, 2, 1),
                new Finding.Remembered(
                        carrier,
                        city,
                        IssueReason.OTHER,
                        Action.CALL_CUSTOMER,
                        Outcome.ISSUE_RESOLVED,
                        false,
                        2,
                        20_000),
                new Finding.Counted(Carrier.TCC, new CityCode("76001"), 40, 7, 3));
    }

    @Test
    void thereAreAtLeastFortyAttemptsOfEveryKind() {
        assertThat(INJECTIONS).hasSizeGreaterThanOrEqualTo(40);
        assertThat(INJECTIONS.stream().map(Injection::place).distinct())
                .containsExactlyInAnyOrder("novedad", "nombre", "chat", "direccion", "celda");
    }

    @Test
    void noTypeThatReachesTheModelHasRoomForText() {
        Set<Class<?>> seen = new HashSet<>(Set.of(Carrier.class, CityCode.class, MerchantId.class));
        List<String> texts = new ArrayList<>();
        texts(Dilemma.class, seen, texts);
        for (Class<?> finding : Finding.class.getPermittedSubclasses()) {
            texts(finding, seen, texts);
        }

        assertThat(texts).isEmpty();
        assertThat(seen).as("options were looked into").contains(Dilemma.Option.class, Finding.Remembered.class);
    }

    private static void texts(Class<?> type, Set<Class<?>> seen, List<String> texts) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (RecordComponent part : type.getRecordComponents()) {
            Class<?> kind = part.getGenericType() instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : part.getType();
            if (!kind.isPrimitive() && !kind.isEnum() && !kind.isRecord()) {
                texts.add(type.getSimpleName() + "." + part.getName());
            }
            texts(kind, seen, texts);
        }
    }

    @ParameterizedTest
    @FieldSource("INJECTIONS")
    void whatIsSentIsTheSameWhateverWasWritten(Injection injection) {
        try (FakeClaude hostile = gullible(injection);
                FakeClaude harmless = gullible(injection)) {
            List<Action> done = HostileLoop.live(reasoner(hostile.url(), Evidence.NOTHING), injection.text());
            List<Action> without = HostileLoop.live(reasoner(harmless.url(), Evidence.NOTHING), HARMLESS);

            assertThat(hostile.calls()).isNotEmpty().isEqualTo(harmless.calls());
            assertThat(done).isEqualTo(without);
        }
    }

    @ParameterizedTest
    @FieldSource("INJECTIONS")
    void aFindingThatIsCalledSoIsToldWithoutItsName(Injection injection) {
        try (FakeClaude claude = gullible(injection);
                ClaudeReasoner reasoner = reasoner(claude.url(), poisoned(injection.text()))) {
            Thought thought = reasoner.think(Dilemmas.away(40_000));

            assertThat(thought.end()).isEqualTo(ThoughtEnd.ADVISED);
            assertThat(thought.action())
                    .as("the model agreed, and never read it")
                    .isEqualTo(Action.ASK_TIME);
            assertThat(claude.calls()).hasSize(2);
            assertThat(claude.calls().getLast().toString()).contains("40 envíos terminados");
        }
    }

    @ParameterizedTest
    @FieldSource("INJECTIONS")
    void theModelOfTheseTestsWouldObeyIfItReadIt(Injection injection) throws IOException, InterruptedException {
        try (FakeClaude claude = gullible(injection);
                HttpClient http = HttpClient.newHttpClient()) {
            String body = new ObjectMapper()
                    .createObjectNode()
                    .put("words", "una línea: " + injection.text())
                    .toString();
            String answer = http.send(
                            HttpRequest.newBuilder(claude.url().resolve("/v1/messages"))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();

            assertThat(answer).contains("\"accion\":\"" + injection.action() + "\"");
        }
    }

    @ParameterizedTest
    @FieldSource("INJECTIONS")
    void evenAModelThatIsWonOverCannotLeaveTheOptions(Injection injection) {
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> reply.decide(injection.action(), 1));
                ClaudeReasoner reasoner = reasoner(claude.url(), Evidence.NOTHING)) {
            Thought thought = reasoner.think(Dilemmas.away(40_000));

            boolean offered = Dilemmas.away(40_000).options().stream()
                    .anyMatch(o -> o.action().wire().equals(injection.action()));
            assertThat(thought.end()).isEqualTo(offered ? ThoughtEnd.ADVISED : ThoughtEnd.MALFORMED);
        }
    }
}
