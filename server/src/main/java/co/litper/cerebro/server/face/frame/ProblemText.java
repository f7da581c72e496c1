package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;

/**
 * A problem in words for people.
 *
 * @param hint what to try; may be empty
 * @param call names the call, for whoever asks
 * @param detail what exactly, in English; empty where that would tell people nothing
 */
public record ProblemText(String title, String hint, String call, String detail) {
    private static final int OURS = 500;

    private record Words(Said title, Said hint) {}

    static ProblemText of(ApiProblem problem, String call, Texts texts) {
        Words words = words(problem);
        boolean untold = problem.status() >= OURS
                || problem.code() == Code.NOT_FOUND
                || problem.code() == Code.HELD_BY_CONFIGURATION;
        String detail = untold ? "" : problem.detail();
        return new ProblemText(
                texts.say(words.title()), texts.say(words.hint()), texts.say(FrameWords.PROBLEM_CALL, call), detail);
    }

    private static Words words(ApiProblem problem) {
        if (problem.code() == Code.ANSWERED_BEFORE) {
            return new Words(FrameWords.PROBLEM_BEFORE, FrameWords.PROBLEM_MISSING_HINT);
        }
        if (problem.code() == Code.HELD_BY_CONFIGURATION) {
            return new Words(FrameWords.PROBLEM_HELD, FrameWords.PROBLEM_HELD_HINT);
        }
        return switch (problem.status()) {
            case 404, 405 -> new Words(FrameWords.PROBLEM_MISSING, FrameWords.PROBLEM_MISSING_HINT);
            case 401, 403 -> new Words(FrameWords.PROBLEM_FORBIDDEN, FrameWords.PROBLEM_FORBIDDEN_HINT);
            case 429, 503 -> new Words(FrameWords.PROBLEM_BUSY, FrameWords.PROBLEM_BUSY_HINT);
            default ->
                problem.status() >= OURS
                        ? new Words(FrameWords.PROBLEM_OURS, FrameWords.PROBLEM_OURS_HINT)
                        : new Words(FrameWords.PROBLEM_WRONG, FrameWords.PROBLEM_WRONG_HINT);
        };
    }
}
