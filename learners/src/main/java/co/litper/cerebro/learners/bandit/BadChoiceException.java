package co.litper.cerebro.learners.bandit;

/** There is nothing to choose from, or a value or draw is out of range. */
public final class BadChoiceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadChoiceException(String message) {
        super(message);
    }
}
