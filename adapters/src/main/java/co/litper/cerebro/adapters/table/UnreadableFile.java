package co.litper.cerebro.adapters.table;

import java.io.IOException;

/** Carries a problem of the whole file from where it is found to {@link TableFile}, through streams that throw. */
final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    UnreadableFile(FileProblem.Kind kind, String message) {
        super(message);
        this.problem = new FileProblem(kind, message);
    }

    FileProblem problem() {
        return problem;
    }
}
