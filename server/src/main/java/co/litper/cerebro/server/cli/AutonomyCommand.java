package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.autonomy.AutonomyPage;
import co.litper.cerebro.server.autonomy.AutonomyStanding;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how far actions may go by themselves. */
@Command(name = "autonomy", description = "How far each action may go by itself, and what it has shown so far.")
final class AutonomyCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    AutonomyCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Reading reading = context.read()) {
            AutonomyStanding standing = AutonomyStanding.of(
                    reading.store().log(), reading.view().state().control().settings());
            if (json) {
                ObjectNode object = JsonOut.object();
                AutonomyPage.write(standing, object);
                JsonOut.print(context, object);
            } else {
                AutonomyPage.lines(standing, FaceParts.texts(context)).forEach(context.out()::println);
            }
        }
        return CommandLineFace.DONE;
    }
}
