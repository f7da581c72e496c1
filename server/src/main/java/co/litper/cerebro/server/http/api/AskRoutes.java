package co.litper.cerebro.server.http.api;

import co.litper.cerebro.knowledge.ask.Answer;
import co.litper.cerebro.knowledge.ask.CaseTable;
import co.litper.cerebro.knowledge.ask.QuestionReader;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.ask.AnswerJson;
import co.litper.cerebro.server.ask.Asking;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.List;

/** Questions about the shipments. One is thought about at a time, so that asking often costs one core at most. */
final class AskRoutes {
    /** Promises pass while nothing happens; answers are as of the hour. */
    private static final long SECONDS_AN_HOUR = 3_600;

    private final Desk desk;

    AskRoutes(Desk desk) {
        this.desk = desk;
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
        MerchantId merchant = call.merchant();
        EventLog log = desk.installation().store().log();
        Instant now = desk.clock().now();
        long hour = now.getEpochSecond() / SECONDS_AN_HOUR;
        if (call.isUnchanged(log.end() + "-" + hour + "-" + Integer.toHexString(call.fingerprint()))) {
            return;
        }
        call.reply(200, AnswerJson.of(question, think(question, merchant, now, log), new Texts(call.language())));
    }

    /** The table is made in here too: many who wait must not each hold one. */
    private synchronized Answer think(String question, MerchantId merchant, Instant now, EventLog log)
            throws InterruptedException {
        CaseTable table = desk.view().ask(view -> Asking.table(view, merchant, now));
        return Asking.answer(question, table, log, merchant);
    }
}
