package co.litper.cerebro.learners.reinforce;

/** A step that no learner takes: wrong width, a number that is not finite, nothing allowed. The learner is unchanged. */
public final class BadTransitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadTransitionException(String message) {
        super(message);
    }
}
