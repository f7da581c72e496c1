package co.litper.cerebro.server.http.api;

import co.litper.cerebro.learn.improve.Answers;
import co.litper.cerebro.learn.improve.Improvements;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.improve.ImproveJson;
import co.litper.cerebro.server.improve.ImproveWords;
import co.litper.cerebro.server.text.Language;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Changes of settings that self-improvement proposed or made, and what people say to them. */
final class ImprovementRoutes {
    private final ImprovementAnswers answers;

    ImprovementRoutes(Desk desk) {
        this.answers = new ImprovementAnswers(desk);
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/improvements",
                        Role.VIEWER,
                        Doc.of("getImprovements", "Control", "Changes that were proposed, and how they fared.")
                                .gives(200, "Improvements", "By number."),
                        call -> call.reply(200, ImproveJson.history(Improvements.of(answers.values())))),
                Route.put(
                        "/api/v1/improvements/{number}/{answer}",
                        Role.ADMIN,
                        Doc.of("putImprovement", "Control", "Says yes or no to a change, or takes it back.")
                                .path("number", "1", "Its number.")
                                .path("answer", "revert", "apply, reject or revert.")
                                .gives(200, "Improvements", "How it stands now."),
                        this::answer));
    }

    private void answer(Call call) throws InterruptedException, ExecutionException {
        call.requireAllMerchants();
        int number = number(call.path("number"));
        switch (answers.answer(number, call.path("answer"), call.caller().actor())) {
            case Answers.Refused(Answers.Why why) ->
                throw ApiProblem.of(code(why), number + ": " + new ImproveWords(Language.EN).why(why));
            case Answers.Done done ->
                call.reply(200, ImproveJson.history(new Improvements(List.of(done.improvement()))));
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ApiProblem.of(Code.NOT_FOUND, "number: must be one that /api/v1/improvements lists");
        }
    }

    private static Code code(Answers.Why why) {
        return switch (why) {
            case UNKNOWN -> Code.NOT_FOUND;
            case FIXED -> Code.HELD_BY_CONFIGURATION;
            case NOT_WAITING, NOT_IN_FORCE, CHANGED_SINCE, MEASURING -> Code.NOTHING_WAITS;
        };
    }
}
