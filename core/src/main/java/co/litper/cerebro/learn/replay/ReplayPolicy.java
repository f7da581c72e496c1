package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Question;

/**
 * A way to answer questions, as a function of what the receipt holds: equal choices get equal odds, whatever was drawn then.
 */
public interface ReplayPolicy {
    /** Its name in commands and tables. */
    String name();

    /** True if it has an answer of its own to a question. */
    boolean answers(Question question);

    /**
     * The probability with which it would take each bid: one a bid, at least 0, 1 in sum, 0 for bids that are not feasible
     * where any is.
     */
    double[] odds(LoggedChoice choice);
}
