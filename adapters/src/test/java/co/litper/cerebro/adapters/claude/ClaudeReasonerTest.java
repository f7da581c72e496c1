package co.litper.cerebro.adapters.claude;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.decision.Finding;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.vocabulary.Action;
import com.anthropic.core.Sleeper;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What becomes of a thought when the service does well, badly, or nothing at all. */
class ClaudeReasonerTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);

    /** Enough for this machine to answer itself, and no longer than a test may take. */
    private static final Duration IMPATIENT = Duration.ofMillis(400);

    private static final long STAKE = 40_000;
    private static final ClaudeOptions.Limits PLENTY =
            new ClaudeOptions.Limits(1_000_000, 1_000_000, 1_000_000, 1_000_000);
    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final List<Duration> slept = new ArrayList<>();

    private ClaudeOptions options(FakeClaude claude, Duration timeout, ClaudeOptions.Limits budget) {
        return new ClaudeOptions(
                claude.url(),
                "test-key",
                new ClaudeModel("claude-usual", 1, 5),
                new ClaudeModel("claude-careful", 3, 15),
                100_000,
                timeout,
                2,
                budget,
                4_000);
    }

    private ClaudeReasoner reasoner(FakeClaude claude, Duration timeout, ClaudeOptions.Limits budget) {
        return reasoner(claude, timeout, budget, Evidence.NOTHING);
    }

    private ClaudeReasoner reasoner(
            FakeClaude claude, Duration timeout, ClaudeOptions.Limits budget, Evidence evidence) {
        return new ClaudeReasoner(options(claude, timeout, budget), evidence, now::get, Optional.of(new NoSleep()));
    }

    /** Notes how long it should sleep. */
    private final class NoSleep implements Sleeper {
        @Override
        public void sleep(Duration time) {
            slept.add(time);
        }

        @Override
        public CompletableFuture<Void> sleepAsync(Duration time) {
            slept.add(time);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }

    private Thought think(FakeClaude.Script script, Duration timeout) {
        try (FakeClaude claude = new FakeClaude(script);
                ClaudeReasoner reasoner = reasoner(claude, timeout, PLENTY)) {
            return reasoner.think(Dilemmas.away(STAKE));
        }
    }

    @Test
    void adviceComesBackWithWhatItCost() {
        Thought thought = think((call, n, reply) -> reply.decide("redeliver", 0.8), PATIENT);

        assertThat(thought.end()).isEqualTo(ThoughtEnd.ADVISED);
        assertThat(thought.action()).isEqualTo(Action.REDELIVER);
        assertThat(thought.confidence()).isEqualTo(0.8);
        assertThat(thought.model()).isEqualTo("claude-usual");
        assertThat(thought.inputTokens()).isEqualTo(3_000);
        assertThat(thought.outputTokens()).isEqualTo(50);
        // (1,000 + 0.1 × 2,000) × 1 + 50 × 5 millionths of a dollar at 4,000 pesos
        assertThat(thought.costCop()).isEqualTo(6);
    }

    @Test
    void whatIsLookedUpGoesBackToTheModelAndItDecides() {
        Evidence evidence = (kind, d) -> switch (kind) {
            case CASES -> List.of(new Finding.Tried(d.stage().reason(), Action.REDELIVER, 15, 12));
            case MEMORY -> List.of(new Finding.Counted(d.carrier(), d.city(), 40, 7, 3));
            case FEATURES, GRAPH -> List.of();
        };
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> {
                    switch (n) {
                        case 1 -> reply.lookUp("memoria");
                        case 2 -> reply.lookUp("casos");
                        default -> reply.decide("none", 0.6);
                    }
                });
                ClaudeReasoner reasoner = reasoner(claude, PATIENT, PLENTY, evidence)) {
            Thought thought = reasoner.think(Dilemmas.away(STAKE));

            assertThat(thought.end()).isEqualTo(ThoughtEnd.ADVISED);
            assertThat(thought.action()).isEqualTo(Action.NONE);
            assertThat(thought.outputTokens()).isEqualTo(150);
            assertThat(claude.calls()).hasSize(3);
            assertThat(claude.calls().get(1).toString()).contains("40 envíos terminados, 7 tarde");
            assertThat(claude.calls().get(2).toString()).contains("40 envíos terminados", "12 entregados de 15");
        }
    }

    @Test
    void oneWhoOnlyLooksUpIsMadeToDecideAndElseGivenUp() {
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> reply.lookUp("grafo"));
                ClaudeReasoner reasoner = reasoner(claude, PATIENT, PLENTY)) {
            Thought thought = reasoner.think(Dilemmas.away(STAKE));

            assertThat(thought.end()).isEqualTo(ThoughtEnd.MALFORMED);
            assertThat(claude.calls()).hasSize(Talk.MOST_LOOK_UPS + 1);
            assertThat(claude.calls().getLast().at("/tool_choice/name").asText())
                    .isEqualTo(Tools.DECIDE);
        }
    }

    @Test
    void anActionThatWasNotOfferedIsNoAdvice() {
        Thought thought = think((call, n, reply) -> reply.decide("return_to_sender", 1), PATIENT);

        assertThat(thought.end()).isEqualTo(ThoughtEnd.MALFORMED);
        assertThat(thought.action()).isEqualTo(Action.NONE);
    }

    @Test
    void anAnswerOfAnyOtherFormIsNoAdvice() {
        List<FakeClaude.Script> scripts = List.of(
                (call, n, reply) -> reply.text("Yo volvería a entregar.", "end_turn"),
                (call, n, reply) -> reply.text("{\"accion\":\"redeliver\",\"confianza\":1}", "end_turn"),
                (call, n, reply) -> reply.tool(Tools.DECIDE, Map.of("accion", "redeliver")),
                (call, n, reply) -> reply.tool(Tools.DECIDE, Map.of("accion", "redeliver", "confianza", 7)),
                (call, n, reply) -> reply.tool(Tools.DECIDE, Map.of("accion", "redeliver", "confianza", "alta")),
                (call, n, reply) ->
                        reply.tool(Tools.DECIDE, Map.of("accion", "redeliver", "confianza", 1, "ademas", "todo")),
                (call, n, reply) -> reply.tool(Tools.DECIDE, Map.of("accion", 3, "confianza", 1)),
                (call, n, reply) -> reply.tool("borrar_todo", Map.of()),
                (call, n, reply) -> reply.tool(Tools.LOOK_UP, Map.of("fuente", "internet")),
                (call, n, reply) -> reply.text("{\"accion\":", "max_tokens"),
                (call, n, reply) -> reply.raw(200, "<html>puerta de enlace</html>"));
        for (FakeClaude.Script script : scripts) {
            assertThat(think(script, PATIENT).end()).isEqualTo(ThoughtEnd.MALFORMED);
        }
    }

    @Test
    void aRefusalIsToldAsOne() {
        assertThat(think((call, n, reply) -> reply.text("", "refusal"), PATIENT).end())
                .isEqualTo(ThoughtEnd.REFUSED);
    }

    @Test
    void aBusyServiceIsAskedAgainWhenItSays() {
        Thought thought = think(
                (call, n, reply) -> {
                    if (n == 1) {
                        reply.error(429, Map.of("retry-after", "7"));
                    } else if (n == 2) {
                        reply.error(529, Map.of());
                    } else {
                        reply.decide("ask_time", 0.9);
                    }
                },
                PATIENT);

        assertThat(thought.end()).isEqualTo(ThoughtEnd.ADVISED);
        assertThat(slept).hasSize(2);
        assertThat(slept.getFirst()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aServiceThatStaysBusyIsGivenUp() {
        assertThat(think((call, n, reply) -> reply.error(529, Map.of("retry-after", "1")), PATIENT)
                        .end())
                .isEqualTo(ThoughtEnd.OVERLOADED);
        assertThat(slept).hasSize(2);
    }

    @Test
    void aServiceThatHangsIsGivenUpInTime() {
        assertThat(think((call, n, reply) -> reply.hang(), IMPATIENT).end()).isEqualTo(ThoughtEnd.TIMED_OUT);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpInTime() {
        assertThat(think((call, n, reply) -> reply.dribble(), IMPATIENT).end()).isEqualTo(ThoughtEnd.TIMED_OUT);
    }

    @Test
    void anAnswerThatBreaksOffIsToldAsUnreachable() {
        assertThat(think((call, n, reply) -> reply.breakOff(), PATIENT).end()).isEqualTo(ThoughtEnd.UNREACHABLE);
    }

    @Test
    void aWrongKeyIsToldAsUnreachable() {
        assertThat(think((call, n, reply) -> reply.error(401, Map.of()), PATIENT)
                        .end())
                .isEqualTo(ThoughtEnd.UNREACHABLE);
    }

    @Test
    void nothingIsSentOnceTheHourIsSpentAndAgainAnHourLater() {
        ClaudeOptions.Limits tight = new ClaudeOptions.Limits(7_000, 1_000_000, 1_000_000, 1_000_000);
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> reply.decide("none", 0.5));
                ClaudeReasoner reasoner = reasoner(claude, PATIENT, tight)) {
            int sent = 0;
            while (reasoner.think(Dilemmas.away(STAKE)).end() == ThoughtEnd.ADVISED) {
                sent++;
            }
            assertThat(sent).isBetween(1, 2);
            assertThat(claude.calls()).hasSize(sent);
            Thought over = reasoner.think(Dilemmas.away(STAKE));
            assertThat(over).isEqualTo(Thought.unsent(ThoughtEnd.OVER_BUDGET));

            now.set(NOON.plus(Duration.ofMinutes(61)));

            assertThat(reasoner.think(Dilemmas.away(STAKE)).end()).isEqualTo(ThoughtEnd.ADVISED);
        }
    }

    @Test
    void pesosOfTheDayBindAsTokensOfTheHourDo() {
        ClaudeOptions.Limits tight = new ClaudeOptions.Limits(1_000_000, 1_000_000, 1_000_000, 5);
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> reply.decide("none", 0.5));
                ClaudeReasoner reasoner = reasoner(claude, PATIENT, tight)) {
            assertThat(reasoner.think(Dilemmas.away(STAKE)).end()).isEqualTo(ThoughtEnd.OVER_BUDGET);
            assertThat(claude.calls()).isEmpty();
        }
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAloneForAWhile() {
        AtomicReference<FakeClaude.Script> script =
                new AtomicReference<>((call, n, reply) -> reply.error(401, Map.of()));
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> script.get().answer(call, n, reply));
                ClaudeReasoner reasoner = reasoner(claude, PATIENT, PLENTY)) {
            for (int i = 0; i < Breaker.FAILURES; i++) {
                assertThat(reasoner.think(Dilemmas.away(STAKE)).end()).isEqualTo(ThoughtEnd.UNREACHABLE);
            }
            assertThat(reasoner.think(Dilemmas.away(STAKE)).end()).isEqualTo(ThoughtEnd.HELD_BACK);
            assertThat(claude.calls()).hasSize(Breaker.FAILURES);

            script.set((call, n, reply) -> reply.decide("none", 0.5));
            now.set(NOON.plus(Breaker.PAUSE).plusSeconds(1));

            assertThat(reasoner.think(Dilemmas.away(STAKE)).end()).isEqualTo(ThoughtEnd.ADVISED);
            assertThat(reasoner.think(Dilemmas.away(STAKE)).end()).isEqualTo(ThoughtEnd.ADVISED);
        }
    }

    @Test
    void muchAtStakeIsThoughtAboutByTheCarefulModel() {
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> reply.decide("none", 0.5));
                ClaudeReasoner reasoner = reasoner(claude, PATIENT, PLENTY)) {
            assertThat(reasoner.think(Dilemmas.away(100_000)).model()).isEqualTo("claude-careful");
            assertThat(claude.calls().getFirst().at("/model").asText()).isEqualTo("claude-careful");
        }
    }

    @Test
    void aCallIsBoundedCachedAndOffersOnlyWhatIsPossible() {
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> reply.decide("none", 0.5));
                ClaudeReasoner reasoner = reasoner(claude, PATIENT, PLENTY)) {
            reasoner.think(Dilemmas.away(STAKE));
            JsonNode call = claude.calls().getFirst();

            assertThat(call.at("/max_tokens").asInt()).isLessThanOrEqualTo(1_000);
            assertThat(call.toString().length()).isLessThan(12_000);
            assertThat(call.at("/system/0/cache_control/type").asText()).isEqualTo("ephemeral");
            assertThat(call.at("/tools/0/cache_control/type").asText()).isEqualTo("ephemeral");
            assertThat(call.at("/tools/1/input_schema/properties/accion/enum").toString())
                    .isEqualTo("[\"none\",\"ask_time\",\"redeliver\"]");
            assertThat(call.at("/messages/0/content").toString())
                    .contains("destinatario ausente", "Cali", "TCC", "redeliver", "Rige ahora: ask_time")
                    .as("every line passed")
                    .contains("Transportadora", "Pago contra entrega", "Cliente:", "Tiempo que queda", "Pronóstico");
        }
    }

    @Test
    void theKeyIsNotShown() {
        try (FakeClaude claude = new FakeClaude((call, n, reply) -> reply.hang())) {
            assertThat(options(claude, PATIENT, PLENTY)).asString().doesNotContain("test-key");
        }
    }
}
