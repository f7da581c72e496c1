package co.litper.cerebro.server.cli;

import co.litper.cerebro.learn.ThinkingReport;
import co.litper.cerebro.learn.ThinkingTally;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.thinking.ThinkingPage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what slow thinking cost and earned. */
@Command(name = "thinking", description = "What slow thinking about novedades cost, and what it earned.")
final class ThinkingCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    ThinkingCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Reading reading = context.read()) {
            ThinkingReport report = ThinkingTally.over(reading.store().log(), context.merchant()::equals);
            if (json) {
                ObjectNode object = JsonOut.object();
                ThinkingPage.write(report, object);
                JsonOut.print(context, object);
            } else {
                new ThinkingPage(context.language()).lines(report).forEach(context.out()::println);
            }
        }
        return CommandLineFace.DONE;
    }
}
