package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.config.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the reference configuration, or what is in force here. */
@Command(name = "config", description = "Show the configuration: the reference, or what is in force.")
final class ConfigCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--effective", description = "What is in force here, secrets masked.")
    private boolean effective;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    ConfigCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Configuration shown = effective || json ? context.configuration() : Configuration.defaults();
        if (json) {
            var object = JsonOut.object();
            (effective ? shown : Configuration.defaults()).shown().forEach(object::put);
            JsonOut.print(context, object);
        } else if (effective) {
            shown.shown()
                    .forEach((key, value) -> context.out()
                            .println(key + " = " + value + (shown.isGiven(key) ? "" : "   # " + byDefault())));
        } else {
            Configuration.referenceLines().forEach(context.out()::println);
        }
        return CommandLineFace.DONE;
    }

    private String byDefault() {
        return context.say("por omisión", "default");
    }
}
