package co.litper.cerebro.server.http.api;

import co.litper.cerebro.learn.improve.Answers;
import co.litper.cerebro.learn.improve.Improvements;
import co.litper.cerebro.learn.improve.Standing;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.improve.ImproveJson;
import co.litper.cerebro.server.improve.ImproveWords;
import co.litper.cerebro.server.improve.ImprovementDesk;
import co.litper.cerebro.server.text.Language;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Changes of settings that self-improvement proposed or made, and what people say to them. */
final class ImprovementRoutes {
    private final Desk desk;

    ImprovementRoutes(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/improvements",
                        Role.VIEWER,
                        Doc.of("getImprovements", "Control", "Changes that were proposed, and how they fared.")
                                .gives(200, "Improvements", "By number."),
                        call -> call.reply(200, ImproveJson.history(Improvements.of(values())))),
                Route.put(
                        "/api/v1/improvements/{number}/{answer}",
                        Role.ADMIN,
                        Doc.of("putImprovement", "Control", "Says yes or no to a change, or takes it back.")
                                .path("number", "1", "Its number.")
                                .path("answer", "revert", "apply, reject or revert.")
                                .gives(200, "Improvements", "How it stands now."),
                        this::answer));
    }

    private Map<String, String> values() throws InterruptedException {
        return desk.view().ask(view -> view.state().control().values());
    }

    /** One after the other, so that the second is told what the first did. */
    private synchronized void answer(Call call) throws InterruptedException, ExecutionException {
        call.requireAllMerchants();
        int number = number(call.path("number"));
        Standing standing = ImprovementDesk.standing(
                values(), desk.configuration(), desk.clock().now());
        String by = call.caller().actor();
        Answers.Result result = switch (call.path("answer")) {
            case "apply" -> Answers.apply(number, standing, by);
            case "reject" -> Answers.reject(number, standing, by);
            case "revert" -> Answers.revert(number, standing, by);
            default -> throw ApiProblem.of(Code.NOT_FOUND, "answer: must be apply, reject or revert");
        };
        switch (result) {
            case Answers.Refused(Answers.Why why) ->
                throw ApiProblem.of(code(why), number + ": " + new ImproveWords(Language.EN).why(why));
            case Answers.Done done -> {
                ImprovementDesk.append(desk.installation(), done.steps(), desk.clock());
                call.reply(200, ImproveJson.history(new Improvements(List.of(done.improvement()))));
            }
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
