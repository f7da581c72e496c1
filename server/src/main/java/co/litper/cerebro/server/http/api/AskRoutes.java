package co.litper.cerebro.server.http.api;

import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.QuestionReader;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.ask.AnswerJson;
import co.litper.cerebro.server.ask.AskDesk;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.util.List;

/** Questions about the shipments. */
final class AskRoutes {
    private final AskDesk asks;
    private final Clock clock;

    AskRoutes(AskDesk asks, Clock clock) {
        this.asks = asks;
        this.clock = clock;
    }

    List<Route> routes() {
        Doc doc = Doc.of("ask", "Figures", "An answer to a question about the shipments, with how it was reached.")
                .merchant()
                .language()
                .query(
                        "question",
                        "{\"type\":\"string\",\"maxLength\":" + QuestionReader.MOST_CHARACTERS + "}",
                        "¿Por qué los envíos a Pasto tienen más retrasos?",
                        "In Spanish or English; without one the answer says what can be asked.")
                .gives(200, "Answer", "The answer, or why the data cannot tell.");
        return List.of(Route.get("/api/v1/ask", Role.VIEWER, doc, this::ask));
    }

    private void ask(Call call) throws InterruptedException {
        String question = call.query("question").orElse("");
        if (question.length() > QuestionReader.MOST_CHARACTERS) {
            throw ApiProblem.of(
                    Code.BAD_PARAMETER, "question must have at most " + QuestionReader.MOST_CHARACTERS + " characters");
        }
        Instant now = clock.now();
        if (call.isUnchanged(asks.moment(call.merchant(), now) + "-" + Integer.toHexString(call.fingerprint()))) {
            return;
        }
        Answer answer = asks.answer(question, call.merchant(), now);
        call.reply(200, AnswerJson.of(question, answer, new Texts(call.language())));
    }
}
