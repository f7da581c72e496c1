package co.litper.cerebro.server.cli;

/** A command cannot do what it was asked; the message is for the person who asked, in their language. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** It was tried and failed: exit code 1. */
    public static CommandFailure failed(String message) {
        return new CommandFailure(CommandLineFace.FAILED, message);
    }

    /** It was tried and failed: exit code 1. */
    public static CommandFailure failed(String message, Throwable cause) {
        return new CommandFailure(CommandLineFace.FAILED, message, cause);
    }

    /** It was asked wrongly, or what it needs is missing: exit code 2. */
    public static CommandFailure usage(String message) {
        return new CommandFailure(CommandLineFace.USAGE, message);
    }

    /** The exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
