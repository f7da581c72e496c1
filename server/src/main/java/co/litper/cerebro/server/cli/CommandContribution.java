package co.litper.cerebro.server.cli;

/** A command that another module brings; found through {@link java.util.ServiceLoader}. */
public interface CommandContribution {

    /**
     * The command: an object with picocli's annotations, {@code Callable<Integer>} for the exit code.
     *
     * @param context what the command line knows; complete when the command runs, not yet when it is made
     */
    Object command(CliContext context);
}
