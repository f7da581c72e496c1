package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.holidays.ColombianHolidays;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.Memory;
import co.litper.cerebro.memory.Recall;
import co.litper.cerebro.memory.Recalled;
import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.memory.MemoryFolder;
import co.litper.cerebro.server.memory.RecalledJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings the memory up to the log, and asks it. */
@Command(name = "recall", description = "What it remembers that is like a text: episodes and facts, with their events.")
final class RecallCommand implements Callable<Integer> {
    private static final int USUAL = 10;

    private final CliContext context;

    @Parameters(paramLabel = "TEXT", description = "In everyday Spanish.")
    private String text = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to 50. Default: 10.")
    private int limit = USUAL;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    RecallCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1 || limit > Recall.MAX_LIMIT) {
            throw CommandFailure.usage(context.say(
                    "--limit debe ser de 1 a " + Recall.MAX_LIMIT, "--limit must be 1 to " + Recall.MAX_LIMIT));
        }
        Instant now = context.clock().now();
        try (Reading reading = context.read();
                MemoryFolder folder = context.memoryFolder();
                Memories memories = folder.upToDate(reading, new ColombianHolidays())) {
            List<Recalled> recalled = memories.recall(Recall.of(text, context.merchant(), now, limit));
            if (json) {
                JsonOut.print(context, RecalledJson.of(text, memories.position(), recalled));
            } else {
                show(recalled);
            }
        }
        return CommandLineFace.DONE;
    }

    private void show(List<Recalled> recalled) {
        if (recalled.isEmpty()) {
            context.out().println(context.say("No recuerdo nada parecido.", "Nothing like it is remembered."));
        }
        for (Recalled one : recalled) {
            Memory memory = one.memory();
            String doubt = memory.trace().isContradicted()
                    ? context.say("  [la evidencia reciente lo contradice]", "  [recent evidence contradicts it]")
                    : "";
            context.out().printf(Locale.ROOT, "%.2f  %s%s%n", one.rank(), memory.text(), doubt);
            context.out()
                    .println("      "
                            + context.say("casos: ", "cases: ") + memory.support() + "  "
                            + context.say("eventos: ", "events: ") + memory.events());
        }
    }
}
