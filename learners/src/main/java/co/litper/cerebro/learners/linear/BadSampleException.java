package co.litper.cerebro.learners.linear;

/** A sample that no learner takes: wrong width, an infinite value, a target out of range. The learner is unchanged. */
public final class BadSampleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadSampleException(String message) {
        super(message);
    }
}
