package co.litper.cerebro.server.http.api;

import co.litper.cerebro.learn.improve.Answers;
import co.litper.cerebro.learn.improve.ImprovementReport;
import co.litper.cerebro.learn.improve.Standing;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.improve.ImprovementDesk;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What people say to changes that self-improvement proposed or made. Thread-safe. */
public final class ImprovementAnswers {
    /** One after the other, so that the second is told what the first did; of the whole process. */
    private static final Object ONE = new Object();

    private final Desk desk;

    public ImprovementAnswers(Desk desk) {
        this.desk = desk;
    }

    /** The settings in force, changes included. */
    public Map<String, String> values() throws InterruptedException {
        return desk.view().ask(view -> Map.copyOf(view.state().control().values()));
    }

    /**
     * Answers; durable on return.
     *
     * @param number of the change
     * @param word {@code apply}, {@code reject} or {@code revert}; anything else is a problem of the call
     * @param by who answers
     */
    public Answers.Result answer(int number, String word, String by) throws InterruptedException, ExecutionException {
        synchronized (ONE) {
            Standing standing = standing();
            Answers.Result result = switch (word) {
                case "apply" -> Answers.apply(number, standing, by);
                case "reject" -> Answers.reject(number, standing, by);
                case "revert" -> Answers.revert(number, standing, by);
                default -> throw ApiProblem.of(Code.NOT_FOUND, "answer: must be apply, reject or revert");
            };
            if (result instanceof Answers.Done done) {
                ImprovementDesk.append(desk.installation(), done.steps(), desk.clock());
            }
            return result;
        }
    }

    private Standing standing() throws InterruptedException {
        return ImprovementDesk.standing(
                values(), desk.configuration(), desk.clock().now());
    }

    /** Judges the usual period by the log; changes nothing. O(log). */
    public ImprovementReport report() throws InterruptedException {
        Standing standing = standing();
        return ImprovementDesk.report(
                desk.installation().store().log(),
                ImprovementDesk.usualPeriod(standing.now()),
                standing,
                ImprovementAnswers::goOn);
    }

    private static void goOn(long position) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped at position " + position);
        }
    }
}
