package co.litper.cerebro.server.cli;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.CityMatch;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.vocabulary.Action;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds back an action, or everything, or lets it go again. */
abstract class PauseCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final CliContext context;
    private final boolean pause;

    @Parameters(arity = "0..1", defaultValue = ALL, paramLabel = "ACTION", description = "An action, or all.")
    private String what = ALL;

    @Option(
            names = "--city",
            paramLabel = "CITY",
            defaultValue = "",
            description = "Only messages and calls to customers of this city.")
    private String city = "";

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "operator", description = "Who says so.")
    private String by = "operator";

    PauseCommand(CliContext context, boolean pause) {
        this.context = context;
        this.pause = pause;
    }

    /** {@code pause}. */
    @Command(name = "pause", description = "Hold back an action, or everything, at once.")
    static final class Hold extends PauseCommand {
        Hold(CliContext context) {
            super(context, true);
        }
    }

    /** {@code resume}. */
    @Command(name = "resume", description = "Let an action, or everything, go again.")
    static final class Resume extends PauseCommand {
        Resume(CliContext context) {
            super(context, false);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        String paused = city.isEmpty() ? action() : contacts();
        context.requireStore();
        String key = "pause." + paused;
        if (!pause
                && context.configuration().isGiven(key)
                && context.configuration().get(key).equals("true")) {
            throw CommandFailure.failed(context.say(
                    key + " = true está en la configuración: quítelo allí, o volverá a pausarse.",
                    key + " = true stands in the configuration: remove it there, or it is paused again."));
        }
        try (Installation installation = context.open()) {
            String id = key + "-" + context.clock().now().toEpochMilli();
            installation
                    .submitOwn(id, Subjects.SYSTEM, new ConfigurationChanged(key, String.valueOf(pause), by))
                    .get();
        } catch (ExecutionException e) {
            throw CliContext.asStoreException(e);
        }
        context.audit(pause ? "action.pause" : "action.resume", paused);
        context.out().println(key + " = " + pause);
        return CommandLineFace.DONE;
    }

    private String contacts() {
        if (!what.equals(ALL)) {
            throw CommandFailure.usage(context.say(
                    "--city vale para todos los mensajes y llamadas: no lleva acción.",
                    "--city is for all messages and calls: it goes without an action."));
        }
        CityMatch match = CityDirectory.packaged().find(city);
        if (match.ambiguous() || !match.code().isKnown()) {
            throw CommandFailure.usage(context.say(
                    "No se sabe qué ciudad es «" + city + "». Tal vez con departamento: \"Armenia, Quindío\".",
                    "It is not known which city '" + city + "' is. Maybe with its department: \"Armenia, Quindío\"."));
        }
        return "contacts." + match.code().code();
    }

    private String action() {
        boolean known = what.equals(ALL)
                || Arrays.stream(Action.values()).anyMatch(a -> a.wire().equals(what));
        if (!known) {
            String all = Arrays.stream(Action.values()).map(Action::wire).collect(Collectors.joining(", "));
            throw CommandFailure.usage(context.say(
                    "No hay acción «" + what + "». Tal vez una de: all, " + all,
                    "There is no action '" + what + "'. Maybe one of: all, " + all));
        }
        return what;
    }
}
