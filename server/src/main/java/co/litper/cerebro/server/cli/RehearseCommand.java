package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.rehearsal.Rehearsal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Serves made-up data to itself once, in a folder that goes away. The launchers run it to make an ahead-of-time cache; whoever
 * runs it sees whether the service works here.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Serve made-up data to itself once: what an ahead-of-time cache learns from.")
final class RehearseCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--events", defaultValue = "6000", description = "Events sent one by one. Default: 6000.")
    private int events = 6_000;

    RehearseCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("cerebro-rehearsal");
            try {
                rehearse(folder);
            } finally {
                Scratch.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
        context.out().println(context.say("El servicio funciona.", "The service works."));
        return CommandLineFace.DONE;
    }

    private void rehearse(Path folder) throws IOException, InterruptedException {
        Configuration configuration = Configuration.defaults();
        HttpOptions options = HttpOptions.of(configuration)
                .at("127.0.0.1", 0)
                .withCallsPerSecond(0)
                .withoutFarewell();
        try (Installation installation = Installation.open(Wiring.setup(configuration, folder, context.clock()))) {
            new OpenService(context, configuration, folder)
                    .during(
                            installation,
                            options,
                            (address, key) -> new Rehearsal(
                                            address,
                                            key,
                                            configuration.merchant(),
                                            context.clock().now())
                                    .run(events, 2 * events));
        }
    }
}
