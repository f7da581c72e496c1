package co.litper.cerebro.log;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Bytes that are not an event of the catalogue, with everything that is wrong with them.
 *
 * <p>It carries no cause: the parser's own message may quote the bytes, and those may tell of a person.
 */
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    MalformedEventException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** All problems found, in the order of the bytes as far as known; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
