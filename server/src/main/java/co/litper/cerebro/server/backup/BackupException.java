package co.litper.cerebro.server.backup;

import java.util.List;

/** A backup could not be made, proved or put back; every problem with what may help, in English. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    BackupException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    BackupException(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = List.of(problem);
    }

    /** What is wrong. */
    public List<String> problems() {
        return problems;
    }
}
