package co.litper.cerebro.benchmarks;

import org.jspecify.annotations.Nullable;

/** The data that a bench needs is not there or not readable: one clear line, exit code 2. */
public final class BenchDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchDataException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
