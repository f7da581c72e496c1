package co.litper.cerebro.server.cli;

import co.litper.cerebro.log.StoreException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person what went wrong: one line, and what to try. The stack trace only with {@code --debug}. */
final class CommandErrors {
    private final CliContext context;

    CommandErrors(CliContext context) {
        this.context = context;
    }

    /** The command was typed wrongly. */
    int used(ParameterException e, String[] args) {
        context.err().println(problem(e));
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        context.err()
                .println(context.say("Tal vez ayude «" + name + " --help».", "Maybe '" + name + " --help' helps."));
        trace(e);
        return CommandLineFace.USAGE;
    }

    private String problem(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing ->
                context.say("Falta algo: ", "Something is missing: ") + missing.getMessage();
            default -> context.say("Uso incorrecto: ", "Wrong usage: ") + e.getMessage();
        };
    }

    private String unmatched(UnmatchedArgumentException e) {
        String words = String.join(" ", e.getUnmatched());
        List<String> near = e.getSuggestions();
        String told = context.say("No se conoce «" + words + "».", "'" + words + "' is not known.");
        if (near.isEmpty()) {
            return told;
        }
        String names = String.join(", ", near);
        return told + context.say(" ¿Quiso decir " + names + "?", " Did you mean " + names + "?");
    }

    /** The command was understood and did not succeed. */
    int failed(Exception e, CommandLine line, ParseResult result) {
        trace(e);
        return switch (e) {
            case CommandFailure failure -> {
                context.err().println(failure.getMessage());
                yield failure.exitCode();
            }
            case StoreException store -> {
                context.err().println(StoreTrouble.told(store, context));
                yield CommandLineFace.FAILED;
            }
            case UncheckedIOException io -> {
                context.err()
                        .println(context.say("No se pudo leer o escribir: ", "Could not read or write: ")
                                + io.getMessage());
                yield CommandLineFace.FAILED;
            }
            default -> {
                context.err().println(bug(e));
                yield CommandLineFace.FAILED;
            }
        };
    }

    private String bug(Exception e) {
        return context.say(
                "Error inesperado: " + e + ". Tal vez sea un defecto de Cerebro: repita con --debug y repórtelo.",
                "Unexpected error: " + e + ". Maybe this is a defect of Cerebro: repeat with --debug and report it.");
    }

    private void trace(Exception e) {
        if (context.isDebug()) {
            e.printStackTrace(context.err());
        }
    }
}
