package co.litper.cerebro.server.http.api;

import co.litper.cerebro.memory.MemoryKind;
import co.litper.cerebro.memory.Recall;
import co.litper.cerebro.memory.Recalled;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.memory.MemorySide;
import co.litper.cerebro.server.memory.RecalledJson;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is remembered. */
final class RecallRoutes {
    /** Longest text; a long message of a customer. */
    private static final int MOST_CHARACTERS = 2_000;

    private static final int USUAL = 10;
    /** How long whoever asks waits until what was answered before is remembered. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Function<MerchantId, MemorySide> memories;
    private final Clock clock;

    /** @param memories the memory of a merchant */
    RecallRoutes(Function<MerchantId, MemorySide> memories, Clock clock) {
        this.memories = memories;
        this.clock = clock;
    }

    List<Route> routes() {
        Doc doc = Doc.of("recall", "Figures", "What is remembered that is like a text: episodes and facts, best first.")
                .merchant()
                .query(
                        "text",
                        "{\"type\":\"string\",\"maxLength\":" + MOST_CHARACTERS + "}",
                        "dirección errada en Pasto con TCC",
                        "In everyday Spanish; nothing is like a text without a word.")
                .query(
                        "kind",
                        "{\"type\":\"string\",\"enum\":[\"recent\",\"episode\",\"fact\"]}",
                        "fact",
                        "Of one kind only.")
                .query(
                        "limit",
                        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":" + Recall.MAX_LIMIT + "}",
                        "10",
                        "At most so many.")
                .gives(200, "Recalled", "The memories, with the log position up to which is remembered.");
        return List.of(Route.get("/api/v1/recall", Role.VIEWER, doc, this::recall));
    }

    private void recall(Call call) throws InterruptedException {
        String text = call.query("text").orElse("");
        if (text.length() > MOST_CHARACTERS) {
            throw ApiProblem.of(Code.BAD_PARAMETER, "text must have at most " + MOST_CHARACTERS + " characters");
        }
        Recall recall = new Recall(
                text, call.merchant(), kind(call), clock.now(), call.number("limit", 1, Recall.MAX_LIMIT, USUAL));
        MemorySide memory = memories.apply(call.merchant());
        memory.await(PATIENCE);
        long position = memory.position();
        List<Recalled> recalled = memory.recall(recall);
        call.reply(200, RecalledJson.of(text, position, recalled));
    }

    private static Optional<MemoryKind> kind(Call call) {
        return call.query("kind")
                .map(wanted -> Arrays.stream(MemoryKind.values())
                        .filter(kind -> kind.wire().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.of(Code.BAD_PARAMETER, "kind must be recent, episode or fact")));
    }
}
