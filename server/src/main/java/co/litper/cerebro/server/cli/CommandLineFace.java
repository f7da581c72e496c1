package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
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
        CommandLine line = commandLine(root, context);
        CommandErrors errors = new CommandErrors(context);
        line.setParameterExceptionHandler(errors::used);
        line.setExecutionExceptionHandler(errors::failed);
        int code = line.execute(invocation.args().toArray(String[]::new));
        invocation.out().flush();
        invocation.err().flush();
        return code;
    }

    static CommandLine commandLine(RootCommand root, CliContext context) {
        CommandLine line = new CommandLine(root);
        for (Object command : commands(context)) {
            line.addSubcommand(command);
        }
        line.setOut(context.out());
        line.setErr(context.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        if (context.language() == Language.ES) {
            line.setResourceBundle(spanishHelp());
        }
        return line;
    }

    /** Every command, in the order in which the help lists them. */
    private static List<Object> commands(CliContext context) {
        List<Object> commands = new ArrayList<>();
        commands.add(new DemoCommand(context));
        commands.add(new SimulateCommand(context));
        commands.add(new IngestCommand(context));
        commands.add(new ServeCommand(context));
        commands.add(new StatusCommand(context));
        commands.add(new AnswerCommand.Approve(context));
        commands.add(new AnswerCommand.Reject(context));
        commands.add(new PauseCommand.Hold(context));
        commands.add(new PauseCommand.Resume(context));
        commands.add(new DeadLettersCommand(context));
        commands.add(new EraseCommand(context));
        commands.add(new RebuildCommand(context));
        commands.add(new DoctorCommand(context));
        commands.add(new WorklistCommand(context));
        commands.add(new AnswersCommand(context));
        commands.add(new WhyCommand(context));
        commands.add(new ReplayCommand(context));
        commands.add(new KpisCommand(context));
        commands.add(new AutonomyCommand(context));
        commands.add(new ImproveCommand(context));
        commands.add(new ConfigCommand(context));
        commands.add(new KeysCommand(context));
        commands.add(new AuditCommand(context));
        commands.add(new BackupCommand(context));
        commands.add(new RestoreCommand(context));
        ServiceLoader.load(CommandContribution.class).forEach(more -> commands.add(more.command(context)));
        return commands;
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
