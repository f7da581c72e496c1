package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Finds the command that was asked for, runs it, and turns whatever happens into one clear line and an exit code. */
public final class CommandLineFace {
    /** Exit code: done. */
    public static final int DONE = 0;
    /** Exit code: tried, and failed. */
    public static final int FAILED = 1;
    /** Exit code: asked wrongly, or an input is missing. */
    public static final int USAGE = 2;

    private static final String SPANISH_HELP = "help_es.properties";

    private CommandLineFace() {}

    /** Runs one command and returns its exit code. */
    public static int run(Invocation invocation) {
        RootCommand root = new RootCommand();
        CliContext context = new CliContext(invocation, root, LanguageChoice.of(invocation));
        CommandLine line = commandLine(root, context, invocation.args());
        CommandErrors errors = new CommandErrors(context);
        line.setParameterExceptionHandler(errors::used);
        line.setExecutionExceptionHandler(errors::failed);
        int code = line.execute(invocation.args().toArray(String[]::new));
        invocation.out().flush();
        invocation.err().flush();
        return code;
    }

    /** The command line with the command that the arguments plainly ask for, or else with all of them. */
    private static CommandLine commandLine(RootCommand root, CliContext context, List<String> args) {
        return Commands.asked(args, context)
                .map(command -> commandLine(root, context, Stream.of(command)))
                .orElseGet(() -> commandLine(root, context));
    }

    static CommandLine commandLine(RootCommand root, CliContext context) {
        return commandLine(root, context, Commands.all(context));
    }

    private static CommandLine commandLine(RootCommand root, CliContext context, Stream<Object> commands) {
        CommandLine line = new CommandLine(root);
        commands.forEach(line::addSubcommand);
        line.setOut(context.out());
        line.setErr(context.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        if (context.language() == Language.ES) {
            line.setResourceBundle(spanishHelp());
        }
        return line;
    }

    private static ResourceBundle spanishHelp() {
        try (InputStream in = CommandLineFace.class.getResourceAsStream(SPANISH_HELP)) {
            if (in == null) {
                throw new IllegalStateException("the packaged " + SPANISH_HELP + " is missing");
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged " + SPANISH_HELP + " could not be read", e);
        }
    }
}
