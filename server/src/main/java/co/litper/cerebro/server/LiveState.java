package co.litper.cerebro.server;

import co.litper.cerebro.StateView;

/** The state of a loop that goes on meanwhile, wherever that runs. Thread-safe; questions come one at a time. */
public interface LiveState {
    /**
     * Answers a question at the present end of the log.
     *
     * @throws InterruptedException if the caller was interrupted while others asked
     */
    <T> T ask(Question<T> question) throws InterruptedException;

    /**
     * Answers a question that takes seconds, if it can from a view of its own, so that nobody else waits for it. Sees at least what
     * was answered before it was asked.
     *
     * @throws InterruptedException if the caller was interrupted while others asked
     */
    default <T> T askBeside(Question<T> question) throws InterruptedException {
        return ask(question);
    }

    /** Answers a question. */
    @FunctionalInterface
    interface Question<T> {
        /** The answer, which must not hold on to the view. */
        T ask(StateView view);
    }
}
