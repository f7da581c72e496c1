package co.litper.cerebro.learners.offpolicy;

/** Columns of a log that do not fit together, or rows that a reward model cannot take: a bug of the caller. */
public final class BadLogException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadLogException(String message) {
        super(message);
    }
}
