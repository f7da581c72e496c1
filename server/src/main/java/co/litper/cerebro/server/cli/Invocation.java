package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.world.Clock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One call of the command line with all that it sees of the world.
 *
 * @param args as typed
 * @param environment the process's variables
 * @param out for results
 * @param err for errors and progress
 * @param terminal true if a person watches, so that a line may be rewritten
 * @param clock tells the time
 * @param connections stands between the store that a command writes and its disk
 */
public record Invocation(
        List<String> args,
        Map<String, String> environment,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        Clock clock,
        SqliteStore.ConnectionWrapper connections) {

    public Invocation {
        args = List.copyOf(args);
        environment = Map.copyOf(environment);
    }

    /** A call with nothing between store and disk. */
    public Invocation(
            List<String> args,
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err,
            boolean terminal,
            Clock clock) {
        this(
                args,
                environment,
                out,
                err,
                terminal,
                clock,
                SqliteStore.Options.standard().wrapper());
    }

    /** The call that started this process. Always UTF-8: exports and names have accents whatever the locale says. */
    public static Invocation ofProcess(String[] args) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Invocation(
                List.of(args),
                System.getenv(),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                terminal,
                Clock.system());
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
